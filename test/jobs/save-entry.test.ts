import { describe, expect, test } from 'vitest'
import { readEvidence } from '#jobs/read-evidence.ts'
import { removeEntry, saveEntry } from '#jobs/save-entry.ts'
import { openTestBackend } from '#test/support/backend.ts'
import type { TestBackend } from '#test/support/backend.ts'
import { entry } from '#test/support/company.ts'
import { clue, grant, person } from '#test/support/observations.ts'

const ZEPHYR = clue({
  identifiers: [{ kind: 'google-client', value: '700001-z.apps.googleusercontent.com' }],
  name: 'Zephyrmail',
})
const PEOPLE = ['ana', 'bo', 'cy'].map((name) => `${name}@acme.example`)
const company = {
  observations: [...PEOPLE.map((email) => person(email)), ...PEOPLE.map((email) => grant(ZEPHYR, email))],
}

async function contextOf({ backend }: TestBackend): Promise<Parameters<typeof saveEntry>[2]> {
  const { store, jobs } = await backend.workspace()
  return { store, detect: () => jobs.workOut() }
}

describe('saving an inventory entry', () => {
  test('a new entry gives its app a standing and ends the finding about it', async () => {
    await using opened = await openTestBackend(company)
    expect((await opened.store.get('apps', 'zephyrmail'))?.value.standing).toBe('unlisted')
    const saved = await saveEntry(entry('Zephyrmail', { owner: 'ana@acme.example' }), 0, await contextOf(opened))
    expect(saved.version).toBe(1)
    expect((await opened.store.get('apps', 'zephyrmail'))?.value).toMatchObject({
      standing: 'approved',
      inventoryEntry: 'zephyrmail',
    })
    const open = (await opened.store.list('findings')).filter(({ value }) => value.status === 'open')
    expect(open.map(({ value }) => value.rule)).not.toContain('unapproved-tool')
  })

  test('a stale version changes nothing', async () => {
    await using opened = await openTestBackend({ ...company, inventory: [entry('Zephyrmail')] })
    await expect(
      saveEntry(entry('Zephyrmail', { status: 'rejected' }), 4, await contextOf(opened)),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await opened.store.get('inventory', 'zephyrmail'))?.value.status).toBe('approved')
  })

  test('a removed entry leaves its app unlisted', async () => {
    await using opened = await openTestBackend({ ...company, inventory: [entry('Zephyrmail')] })
    await removeEntry('zephyrmail', 1, await contextOf(opened))
    expect((await opened.store.get('apps', 'zephyrmail'))?.value.standing).toBe('unlisted')
  })
})

describe('reading the evidence of one app', () => {
  test('it names the people behind the app; an unknown app has none', async () => {
    await using opened = await openTestBackend(company)
    expect((await readEvidence(opened.store, 'zephyrmail'))?.people.map(({ person: email }) => email)).toEqual(PEOPLE)
    expect(await readEvidence(opened.store, 'nowhere')).toBeNull()
  })

  test('before the first detection there is no evidence', async () => {
    await using opened = await openTestBackend()
    expect(await readEvidence(opened.store, 'zephyrmail')).toBeNull()
  })
})
