import { expect, test } from 'vitest'
import { startFakeGoogle, tokenActivity } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { DRIVE, MIRO, SLACK, grant } from '#test/support/google-grants.ts'
import { readAll } from '#test/support/reading.ts'

test('in audit-only mode grants follow from consents, less later revocations, and no token is listed', async () => {
  const ana = 'ana@acme.example'
  const slack = { id: SLACK, name: 'Slack' }
  const miro = { id: MIRO, name: 'Miro' }
  await using google = await startFakeGoogle({
    users: [{ primaryEmail: ana }],
    activities: {
      token: [
        tokenActivity('authorize', '2026-11-09T10:00:00.000Z', ana, slack, [DRIVE]),
        tokenActivity('authorize', '2026-11-08T10:00:00.000Z', ana, slack, ['openid']),
        tokenActivity('revoke', '2026-11-07T10:00:00.000Z', ana, slack, ['mail']),
        tokenActivity('authorize', '2026-11-06T10:00:00.000Z', ana, slack, ['mail']),
        tokenActivity('revoke', '2026-11-05T10:00:00.000Z', ana, miro, ['openid']),
        tokenActivity('authorize', '2026-11-04T10:00:00.000Z', ana, miro, ['openid']),
        tokenActivity('authorize', '2026-11-03T10:00:00.000Z', 'eve@acme.example', miro, ['openid']),
        tokenActivity('activity', '2026-11-02T10:00:00.000Z', ana, miro),
        tokenActivity('activity', '2026-11-02T10:00:00.000Z', 'flo@acme.example', miro),
        tokenActivity('activity', '2026-11-01T10:00:00.000Z', 'flo@acme.example', miro),
      ],
    },
  })
  const [, , reports] = google.tenant.delegated
  const [people] = google.tenant.delegated
  google.tenant.delegated = [people ?? '', reports ?? '']
  const { observations, gaps } = await readAll(googleConnector(google, { mode: 'audit-only' }))
  expect(gaps).toEqual([])
  expect(observations.filter(({ kind }) => kind === 'grant')).toEqual([
    grant(ana, SLACK, 'Slack', [DRIVE, 'openid']),
    grant('eve@acme.example', MIRO, 'Miro', ['openid']),
    // Used, and consented to before the log begins.
    grant('flo@acme.example', MIRO, 'Miro', []),
  ])
  expect(google.requests.filter(({ path }) => path.endsWith('/tokens'))).toEqual([])
})
