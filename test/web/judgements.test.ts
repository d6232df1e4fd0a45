import { describe, expect, test } from 'vitest'
import { checkHtml } from '#test/support/check-html.ts'
import { hidden } from '#test/support/hidden-field.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import type { Pages } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

/** The part of a page from a form's action to the end of the form. */
function form(page: string, action: string): string {
  return new RegExp(`<form[^>]*action="${action}"[^]*?</form>`).exec(page)?.[0] ?? ''
}

function boxes(page: string): string[] {
  return [...page.matchAll(/name="(subject-[0-9a-f]+)"/g)].map(([, name = '']) => name)
}

async function charge(pages: Pages): Promise<string> {
  const found = (await pages.store.list('findings')).find(({ value }) => value.rule === 'unrecognised-charge')
  return `/findings/${found?.id}`
}

async function undoForm(pages: Pages, path: string): Promise<{ readonly action: string; readonly version: string }> {
  const found = /<form[^>]*action="(\/judgements\/[^"]+\/undo)"[^]*?<\/form>/.exec(await pages.get(path))
  return { action: found?.[1] ?? '', version: hidden(found?.[0] ?? '', 'version') }
}

describe('on the page of an app', () => {
  test('a part of it is another product: it moves at once, who said so is shown, and undo brings it back', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const page = await pages.get('/apps/quillsend')
    const part = form(page, '/apps/quillsend/judgements')
    expect(textOf(part)).toMatch(/Quillsend Microsoft Entra.*QUILLSEND Statements/)
    const [, statement = ''] = boxes(part)
    const fields = { version: hidden(part, 'version'), [statement]: 'x', answer: 'other' }
    const signed = { ...fields, named: 'orbit-docs', reason: 'read the receipt', by: 'Ana' }
    const response = await pages.post('/apps/quillsend/judgements', signed)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/apps/quillsend'])
    const moved = await pages.get('/apps/orbit-docs')
    expect(textOf(moved)).toContain('Descriptor "QUILLSEND" is Orbit Docs. Ana,')
    expect(textOf(moved)).toContain('“read the receipt”')
    expect(textOf(moved)).toMatch(/Ana decided on 2026-03-31 that this is Orbit Docs: read the receipt/)
    expect(checkHtml(moved).problems).toEqual([])
    const { action, version } = await undoForm(pages, '/apps/orbit-docs')
    const undone = await pages.post(action, { version, app: 'orbit-docs' })
    expect([undone.status, undone.headers.get('location')]).toEqual([303, '/judgements'])
    const versions = / name="version" value="\d+"/g
    expect((await pages.get('/apps/quillsend')).replaceAll(versions, '')).toBe(page.replaceAll(versions, ''))
    expect((await pages.post(action, { version })).status).toBe(404)
  })

  test.for([
    ['not', '', 'is not Inkwell Sign'],
    ['none', '', 'is no software'],
    ['own', 'Ink Press', 'is an app of its own, Ink Press'],
  ] as const)('a part of it is "%s"', async ([answer, named, words]) => {
    await using pages = await openPages(SMALL_COMPANY)
    const part = form(await pages.get('/apps/inkwell'), '/apps/inkwell/judgements')
    const [box = ''] = boxes(part)
    const fields = { version: hidden(part, 'version'), [box]: 'x', answer, named, by: 'Ana' }
    expect((await pages.post('/apps/inkwell/judgements', fields)).status).toBe(303)
    await pages.get('/apps/inkwell', 404)
    expect((await pages.store.get('apps', 'app-ink-press')) !== null).toBe(answer === 'own')
    const list = await pages.get('/judgements')
    expect(textOf(list)).toContain(words)
    expect(checkHtml(list).problems).toEqual([])
  })

  test('all of it is another app', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const version = hidden(form(await pages.get('/apps/inkwell'), '/apps/inkwell/merge'), 'version')
    const response = await pages.post('/apps/inkwell/merge', { version, into: 'Quillsend', by: 'Ana', reason: '' })
    expect(response.headers.get('location')).toBe('/apps/quillsend')
    const merged = textOf(await pages.get('/apps/quillsend'))
    expect(merged).toContain('Inkwell Sign counts as Quillsend. Ana,')
    expect(merged).toContain('Rejected')
    const { action, version: seen } = await undoForm(pages, '/apps/quillsend')
    expect((await pages.post(action, { version: seen, app: 'quillsend' })).headers.get('location')).toBe(
      '/apps/quillsend',
    )
    expect(textOf(await pages.get('/apps/inkwell'))).toContain('Inkwell Sign')
  })

  test.for<[string, Record<string, string>, number, string]>([
    ['nothing ticked', { answer: 'none', by: 'Ana' }, 422, 'Tick what you decide on'],
    ['no name for another product', { box: 'x', answer: 'other', by: 'Ana' }, 422, 'Say which product it is'],
    [
      'a slip in the product',
      { box: 'x', answer: 'other', named: 'Quilsend', by: 'Ana' },
      422,
      'did you mean quillsend',
    ],
    ['nobody who decides', { box: 'x', answer: 'none', by: ' ' }, 422, 'Say who decided'],
    ['a page that is out of date', { box: 'x', answer: 'none', by: 'Ana', version: '99' }, 412, 'changed meanwhile'],
  ])('%s keeps nothing, and says what to do', async ([, { box, ...fields }, status, sentence]) => {
    await using pages = await openPages(SMALL_COMPANY)
    const part = form(await pages.get('/apps/inkwell'), '/apps/inkwell/judgements')
    const ticks = box === undefined ? {} : { [boxes(part)[0] ?? '']: box }
    const response = await pages.post('/apps/inkwell/judgements', {
      version: hidden(part, 'version'),
      ...ticks,
      ...fields,
    })
    expect(response.status).toBe(status)
    expect(textOf(await response.text())).toContain(sentence)
    expect(await pages.store.list('judgements')).toEqual([])
  })
})

describe('on the page of a charge that nobody recognised', () => {
  test.for([
    ['a product', { answer: 'other', named: 'signorama' }, 'signorama'],
    ['no software', { answer: 'none', named: '' }, null],
  ] as const)('it is %s, and the finding is over', async ([, answer, app]) => {
    await using pages = await openPages(SMALL_COMPANY)
    const path = await charge(pages)
    const page = await pages.get(path)
    expect(textOf(page)).toContain('What is it? CLOUDY SOFTWARE SUBSCR')
    expect(checkHtml(page).problems).toEqual([])
    const version = hidden(form(page, `${path}/judgement`), 'version')
    const response = await pages.post(`${path}/judgement`, { version, ...answer, by: 'Ana', reason: '' })
    expect([response.status, response.headers.get('location')]).toEqual([303, path])
    expect((await pages.store.list('judgements')).map(({ value }) => value.app)).toEqual([app])
    const after = textOf(await pages.get(path))
    expect(after).toContain('not true any more')
    expect(after).not.toContain('What is it?')
    expect((await pages.post(`${path}/judgement`, { version, ...answer, by: 'Ana' })).status).toBe(412)
  })
})

test('without any decision the list says where they are made', async () => {
  await using pages = await openPages(SMALL_COMPANY)
  expect(textOf(await pages.get('/judgements'))).toContain('Nobody has decided anything yet')
})
