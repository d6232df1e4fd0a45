// What of a statement a person may answer or correct on the page.
const ANSWER_FIELDS = ['dateOrder', 'sign', 'decimal', 'currency', 'nature'] as const

/**
 * The mapping after a form: what was answered goes over what was said before. A column is answered beside the columns
 * in `found`, since a mapping names them all.
 */
export function withAnswers(
  mapping: Readonly<Record<string, unknown>> | null,
  found: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const simple = ANSWER_FIELDS.flatMap((field) => {
    const text = fields[field]?.trim() ?? ''
    const value = field === 'currency' ? text.toUpperCase() : text
    return value === '' ? [] : [[field, value] as const]
  })
  const columns = Object.entries(fields).flatMap(([field, value]) =>
    field.startsWith('columns.') && value !== '' ? [[field.slice('columns.'.length), value] as const] : [],
  )
  return {
    ...mapping,
    ...Object.fromEntries(simple),
    ...(columns.length === 0 ? {} : { columns: { ...found, ...Object.fromEntries(columns) } }),
  }
}
