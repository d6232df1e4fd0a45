import { expect, test } from 'vitest'
import { startFakeGoogle } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { threePeople } from '#test/support/google-faults.ts'
import { readAll } from '#test/support/reading.ts'

test('nothing that is said or thrown holds the private key or an access token', async () => {
  await using google = await startFakeGoogle(threePeople())
  google.tenant.faults.push({ when: ({ method }) => method === 'GET', answer: { status: 500, text: 'x' } })
  const said = JSON.stringify(await readAll(googleConnector(google)))
  expect(said).toContain('could not read users')
  expect(said).not.toMatch(/PRIVATE KEY|fake-\d/)
})
