import { expect, test } from 'vitest'
import { CutKeys } from '#core/match/cut-keys.ts'

test('a beginning finds the longer names up to a length', () => {
  const keys = new CutKeys(['surveymonkey', 'surveyplanet', 'survey', 'surveymonkeyapply', 'zoom'])
  expect(keys.startingWith('surveymonk', 14)).toEqual(['surveymonkey'])
  expect(keys.startingWith('survey', 20)).toEqual(['surveymonkey', 'surveymonkeyapply', 'surveyplanet'])
  expect(keys.startingWith('zoom', 20)).toEqual([])
})

test('a beginning that dozens of names share finds none of them', () => {
  const keys = new CutKeys(Array.from({ length: 30 }, (_, at) => `cloud${at}`))
  expect(keys.startingWith('cloud', 20)).toEqual([])
})
