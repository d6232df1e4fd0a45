import { expect } from 'vitest'
import { readAppList, sniffAppList } from '#connectors/app-list/index.ts'
import type { Rejected } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'
import { inputFile } from './input-file.ts'

export const SLACK_CLIENT = '19570130570-0hjt7rvhm4vg4b7c4nfp0ur1a2b3c4d5.apps.googleusercontent.com'

/** All that a list of apps gives. */
export async function readList(content: string | Uint8Array): Promise<(Observation | Rejected)[]> {
  const file = inputFile(content)
  const sniffed = await sniffAppList(file)
  expect(sniffed.refused).toBeNull()
  return Array.fromAsync(readAppList(file, sniffed))
}

/** The apps of a list of apps. */
export async function appsOf(content: string | Uint8Array) {
  const all = await readList(content)
  return all.flatMap((found) => (found.kind === 'sso-app' ? [found] : []))
}
