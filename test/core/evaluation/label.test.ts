import { expect, test } from 'vitest'
import { createLabelReader } from '#core/evaluation/label.ts'
import { product } from '#test/support/catalogue.ts'

const read = createLabelReader({
  products: [
    product('zoom', { name: 'Zoom', domains: ['zoom.us'], aliases: ['Zoom Video'] }),
    product('atlassian', { name: 'Atlassian', family: true }),
    product('jira', { name: 'Jira', memberOf: 'atlassian', domains: [], galleryNames: ['Atlassian Jira Cloud'] }),
    product('grow', { name: 'Grow', aliases: ['Grow BI'] }),
    product('grow-hr', { name: 'Grow HR', aliases: ['Grow', 'People Grow'] }),
    product('beta-two', { name: 'Beta', domains: [] }),
    product('beta-one', { name: 'Beta', domains: [] }),
  ],
})

test.for([
  ['zoom', ['zoom']],
  [' ZOOM ', ['zoom']],
  ['zoom video', ['zoom']],
  ['Zoom.us', ['zoom']],
  ['Atlassian', ['atlassian']],
  ['atlassian jira cloud', ['jira']],
  ['Grow-HR', ['grow-hr']],
  ['Zoom (paid plan)', ['zoom']],
  ['Zoom/Quillbrook', ['zoom']],
  ['Jira / Atlassian', ['atlassian', 'jira']],
  ['zoom or jira', ['jira', 'zoom']],
  ['Zoom | zoom video', ['zoom']],
] as const)('the label %j is the product %j', ([label, ids]) => {
  expect(read(label)).toEqual({ kind: 'product', ids })
})

test('a name of its own goes before the alias of another', () => {
  expect(read('grow')).toEqual({ kind: 'product', ids: ['grow'] })
})

test('a name that two products have is either of them, in a fixed order', () => {
  expect(read('beta')).toEqual({ kind: 'product', ids: ['beta-one', 'beta-two'] })
})

test.for([
  ['NONE', { kind: 'none' }],
  ['none', { kind: 'none' }],
  ['not-software', { kind: 'none' }],
  ['Not software', { kind: 'none' }],
  ['UNRESOLVABLE', { kind: 'unresolvable' }],
  ['Adobe (opaque)', { kind: 'unresolvable' }],
  ['Quillbrook', { kind: 'absent', name: 'Quillbrook' }],
  ['()', { kind: 'absent', name: '()' }],
  ['/', { kind: 'absent', name: '/' }],
  ['Quillbrook (Ink) or Ember', { kind: 'absent', name: 'Quillbrook (Ink) or Ember' }],
  ['Opaquely', { kind: 'absent', name: 'Opaquely' }],
] as const)('the label %j is %j', ([label, expected]) => {
  expect(read(label)).toEqual(expected)
})
