/**
 * The physical line, 1-based, on which each element of a JSON array begins, in their order. The text must be valid JSON;
 * empty for anything but an array.
 */
export function entryLines(text: string): readonly number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let quoted = false
  let awaited = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (letter === '\n') line += 1
    if (quoted) {
      if (letter === '\\') at += 1
      else if (letter === '"') quoted = false
      continue
    }
    if (/\s/u.test(letter)) continue
    if (awaited && letter !== ']') {
      lines.push(line)
      awaited = false
    }
    if (letter === '"') quoted = true
    if (letter === '[' || letter === '{') {
      depth += 1
      if (depth === 1) awaited = letter === '['
    } else if (letter === ']' || letter === '}') depth -= 1
    else if (letter === ',' && depth === 1) awaited = true
  }
  return lines
}
