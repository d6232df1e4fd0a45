type Row = [
  line: number,
  date: string | null,
  descriptor: string,
  minor: number | null,
  currency: string | null,
  kind: string,
]

/** A file of fixtures/awkward/statements, the fields that it leaves to ask about, and its rows; amounts in minor units. */
export type StatementCase = { file: string; questions: string[]; rows: Row[] }
