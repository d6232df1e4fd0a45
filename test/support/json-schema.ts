import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/** Says what does not fit a JSON Schema (draft 2020-12), or null. */
export function schemaCheck(schema: object): (value: unknown) => string | null {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  formats.default(ajv)
  const validate = ajv.compile(schema)
  return (value) => (validate(value) ? null : ajv.errorsText(validate.errors))
}
