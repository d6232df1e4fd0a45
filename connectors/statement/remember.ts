const MOST = 5000

/** Remembers answers to texts that come again and again; forgets all when there are too many, so that memory stays. */
export function remember<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  let known = new Map<string, Answer>()
  return (text) => {
    const old = known.get(text)
    if (old !== undefined) return old
    if (known.size >= MOST) known = new Map()
    const found = answer(text)
    known.set(text, found)
    return found
  }
}
