import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RULE_IDS } from '#core/finding.ts'
import { RULES } from '#rules/findings/index.ts'

const FOLDER = new URL('../../../rules/findings/', import.meta.url)
const NOT_RULES = ['index.ts', 'example.ts', 'example-app.ts']

test('there is one rule for every rule id, sorted by id', () => {
  expect(RULES.map(({ id }) => id)).toEqual([...RULE_IDS].toSorted())
})

test('every file of the folder is a rule or a known part', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !NOT_RULES.includes(name))
  expect(files.toSorted()).toEqual(RULES.map(({ id }) => `${id}.ts`))
})

describe.for(RULES)('$id', (rule) => {
  test('is exported under its id in camelCase, and nothing else is', async () => {
    const exported: Record<string, unknown> = await import(new URL(`${rule.id}.ts`, FOLDER).href)
    const name = rule.id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    expect(Object.keys(exported)).toEqual([name])
    expect(exported[name]).toBe(rule)
  })

  test('tells its reader why, and which page to open', () => {
    expect(rule.title.length).toBeGreaterThan(10)
    expect(rule.why.length).toBeGreaterThan(50)
    expect(rule.remedy).toContain(' → ')
  })

  test('has a true and a false example', () => {
    expect(rule.examples.true.length).toBeGreaterThan(0)
    expect(rule.examples.false.length).toBeGreaterThan(0)
    expect(rule.examples.true.every(({ finds }) => finds.length > 0)).toBe(true)
    expect(rule.examples.false.every(({ finds }) => finds.length === 0)).toBe(true)
  })

  test.for([...rule.examples.true, ...rule.examples.false])('$title', ({ facts, finds }) => {
    const detections = [...rule.detect(facts)]
    expect(detections.map(({ subject }) => subject.id).toSorted()).toEqual(finds)
    for (const detection of detections) {
      expect(detection.rule).toBe(rule.id)
      expect(detection.title).toMatch(/\S/)
      expect(detection.nextStep).toMatch(/\S/)
      expect(detection.evidence.length).toBeGreaterThan(0)
      expect(`${detection.title} ${detection.nextStep}`).not.toMatch(
        /undefined|null|NaN|\b1 (?:people|months|days|tools|channels|charges|apps)\b/,
      )
    }
  })
})
