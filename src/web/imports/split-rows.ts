/**
 * Takes the items of the array `rows` out of a JSON object that comes in pieces, one JSON text an item, and returns the
 * object without them. So a preview of a million rows is counted without being held. `rows` must hold objects.
 */
export async function splitRows(chunks: AsyncIterable<string>, onRow: (json: string) => void): Promise<string> {
  let rest = ''
  let row = ''
  let depth = 0
  let inRows = false
  let inString = false
  let escaped = false
  for await (const chunk of chunks) {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const character = chunk[at]
      if (inString) {
        if (escaped) escaped = false
        else if (character === '\\') escaped = true
        else if (character === '"') inString = false
        continue
      }
      if (character === '"') inString = true
      else if (character === '{' || character === '[') {
        depth += 1
        if (!inRows && depth === 2 && character === '[' && `${rest}${chunk.slice(from, at)}`.endsWith('"rows":')) {
          inRows = true
          rest += chunk.slice(from, at + 1)
          from = at + 1
        } else if (inRows && depth === 3) from = at
      } else if (character === '}' || character === ']') {
        depth -= 1
        if (inRows && depth === 2) {
          onRow(row + chunk.slice(from, at + 1))
          row = ''
          from = at + 1
        } else if (inRows && depth === 1) {
          inRows = false
          from = at
        }
      }
    }
    if (!inRows) rest += chunk.slice(from)
    else if (depth >= 3) row += chunk.slice(from)
  }
  return rest
}
