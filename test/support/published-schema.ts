import { openCliFolder } from './cli.ts'
import { schemaCheck } from './json-schema.ts'

/** The check of a shape as the command `schema` prints it: says what does not fit, or null. */
export async function publishedSchema(name: string): Promise<(value: unknown) => string | null> {
  await using folder = await openCliFolder()
  return schemaCheck(JSON.parse((await folder.run(['schema', name])).stdout))
}
