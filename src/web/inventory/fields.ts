import { z } from 'zod'

/** A list in a text area: one item a line, blank lines left out. */
export const lines = z
  .string()
  .max(20_000, 'a list is longer than 20,000 characters')
  .default('')
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )

/** An ISO date, or null for none. */
export const isoDay = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || z.iso.date().safeParse(text).success, {
    error: ({ input }) => `“${String(input)}” is no date; write it as 2026-11-02`,
  })
  .transform((text) => (text === '' ? null : text))
