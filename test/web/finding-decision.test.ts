import { describe, expect, test } from 'vitest'
import { hidden } from '#test/support/hidden-field.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

describe('deciding on a finding', () => {
  test('the decision is kept with its reason and shown in the history', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const [finding] = (await pages.store.list('findings')).filter(({ value }) => value.needsYou)
    const path = `/findings/${finding?.id}`
    const version = hidden(await pages.get(path), 'version')
    const response = await pages.post(`${path}/decision`, {
      version,
      status: 'dismissed',
      reason: 'known & "fine"',
      by: 'Ida',
    })
    expect([response.status, response.headers.get('location')]).toEqual([303, path])
    const page = textOf(await pages.get(path))
    expect(page).toContain('Dismissed')
    expect(page).toContain('Ida set it to dismissed: “known & "fine"”')
  })

  test('who decides on what somebody changed meanwhile is told, and nothing is lost', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const [finding] = await pages.store.list('findings')
    const path = `/findings/${finding?.id}/decision`
    const decision = { version: '1', reason: 'seen to', by: 'Ida' }
    await pages.post(path, { ...decision, status: 'acknowledged' })
    const second = await pages.post(path, { ...decision, status: 'dismissed' })
    expect(second.status).toBe(412)
    expect(textOf(await second.text())).toContain('Somebody changed this meanwhile')
    expect((await pages.store.get('findings', finding?.id ?? ''))?.value.status).toBe('acknowledged')
  })

  test.for([
    [{ version: '1', status: 'dismissed', reason: ' ', by: 'Ida' }, 422, 'Say why'],
    [{ version: '1', status: 'resolved', reason: 'x', by: 'Ida' }, 422, 'Choose one of open, acknowledged, dismissed'],
    [{ version: 'x', status: 'dismissed', reason: 'x', by: 'Ida' }, 422, 'The version is no number'],
    [{ status: 'dismissed', reason: 'x', by: 'Ida' }, 422, 'The version is missing'],
  ] as const)('%j is refused with a sentence', async ([fields, status, sentence]) => {
    await using pages = await openPages(SMALL_COMPANY)
    const [finding] = await pages.store.list('findings')
    const response = await pages.post(`/findings/${finding?.id}/decision`, fields)
    expect(response.status).toBe(status)
    expect(textOf(await response.text())).toContain(sentence)
    expect(await pages.store.get('findings', finding?.id ?? '')).toEqual(finding)
  })

  test('a form of another origin changes nothing', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const [finding] = await pages.store.list('findings')
    const response = await pages.app.request(`/findings/${finding?.id}/decision`, {
      method: 'POST',
      headers: {
        host: '127.0.0.1:8080',
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'version=1&status=dismissed&reason=x&by=x',
    })
    expect(response.status).toBe(403)
    expect(await pages.store.get('findings', finding?.id ?? '')).toEqual(finding)
  })
})
