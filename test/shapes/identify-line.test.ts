import { expect, test } from 'vitest'
import { identifyLine } from '#shapes/identify-line.ts'

const LINE = {
  input: 'SLACK T012AB3CD DUBLIN IE',
  kind: 'descriptor',
  verdict: 'match',
  app: 'slack',
  family: false,
  name: 'Slack',
  vendor: 'Salesforce',
  domain: 'slack.com',
  confidence: 0.99,
  attribution: 'descriptor',
  reasons: ['…'],
  runnerUp: null,
  candidates: [],
  intermediary: null,
  softwareLikelihood: 1,
}

test('a line as the design prints it is valid', () => {
  expect(identifyLine.parse(LINE)).toEqual(LINE)
})

test.for([
  ['a probability above 1', { ...LINE, confidence: 1.2 }],
  ['an unknown verdict', { ...LINE, verdict: 'maybe' }],
  ['a field that is not published', { ...LINE, contradiction: null }],
  ['a field too few', { ...LINE, reasons: undefined }],
] as const)('%s is no valid line', ([, line]) => {
  expect(identifyLine.safeParse(line).success).toBe(false)
})
