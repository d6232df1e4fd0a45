import { expect, test } from 'vitest'
import type { Judgement } from '#core/judgement.ts'
import { readJudgements } from '#jobs/read-judgements.ts'
import { confirm, merge } from '#test/support/judgements.ts'
import { openStoreFolder } from '#test/support/store-folder.ts'

const FIRST = merge('slack', 'zoom', { id: 'z', at: '2026-01-01T00:00:00.000Z' })
const SECOND = merge('zoom', 'box', { id: 'a', at: '2026-02-01T00:00:00.000Z' })

test('judgements come in the order in which they hold', async () => {
  await using folder = await openStoreFolder()
  await folder.store.commit([SECOND, FIRST].map((value) => ({ put: 'judgements', id: value.id, value })))
  expect(await readJudgements(folder.store)).toEqual([FIRST, SECOND])
})

test.for<[string, string, Judgement]>([
  ['another id', 'b', FIRST],
  ['no time', 'z', { ...FIRST, at: 'yesterday' }],
  ['an empty value', 'j', confirm({ kind: 'name', value: '' }, 'slack', { id: 'j' })],
])('a stored judgement with %s is told by its id', async ([, id, value]) => {
  await using folder = await openStoreFolder()
  await folder.store.commit([{ put: 'judgements', id, value }])
  await expect(readJudgements(folder.store)).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining(`the stored judgement ${id} cannot be read`),
  })
})
