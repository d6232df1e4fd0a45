import { describe, expect, test } from 'vitest'
import type { StatementCase } from '#test/support/statement-case.ts'
import { awkwardStatement, previewOf } from '#test/support/statement-file.ts'

const CASES: StatementCase[] = [
  {
    file: 'de-dkb.csv',
    questions: [],
    rows: [
      [6, '2026-03-03', 'NOTION LABS INC VISA Debitkartenumsatz', 800, 'EUR', 'purchase'],
      [7, '2026-03-04', 'Kunde AG Rechnung', -11900, 'EUR', 'income'],
    ],
  },
  {
    file: 'de-sparkasse.csv',
    questions: [],
    rows: [
      [
        2,
        '2026-03-05',
        'PayPal Europe S.a.r.l. et Cie S.C.A 1023 PP.1234.PP . ZOOM, Ihr Einkauf bei ZOOM',
        1399,
        'EUR',
        'purchase',
      ],
      [3, '2026-03-06', 'FIGMA INC', 104500, 'EUR', 'pending'],
      [4, '2026-03-07', 'Kunde GmbH Rechnung 42', -250000, 'EUR', 'income'],
    ],
  },
  {
    file: 'de-windows-1252.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Slack Müller', 1250, 'EUR', 'purchase'],
      [3, '2026-03-06', 'Notion', 800, 'EUR', 'purchase'],
    ],
  },
  {
    file: 'es-saldo.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'FIGMA', 1500, 'EUR', 'purchase'],
      [3, '2026-03-06', 'Transferencia recibida', -10000, 'EUR', 'income'],
    ],
  },
  {
    file: 'fr-debit-credit.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'PAIEMENT CARTE 040326 NOTION LABS', 800, 'EUR', 'purchase'],
      [3, '2026-03-06', 'VIREMENT RECU CLIENT', -120000, 'EUR', 'income'],
    ],
  },
  {
    file: 'fr-montant-euros.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'CARTE 04/03 SLACK DUBLIN', 1250, 'EUR', 'purchase'],
      [3, '2026-03-06', 'PRLV ADOBE', 102499, 'EUR', 'purchase'],
    ],
  },
  {
    file: 'it-importo.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'PAGAMENTO POS SLACK DUBLIN', 7200, 'EUR', 'purchase'],
      [3, '2026-03-06', 'BONIFICO A VOSTRO FAVORE CLIENTE', -100000, 'EUR', 'income'],
    ],
  },
  {
    file: 'nl-af-bij.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012 Pasvolgnr: 001', 7200, 'EUR', 'purchase'],
      [3, '2026-03-06', 'Klant BV Factuur', -100000, 'EUR', 'income'],
    ],
  },
  {
    file: 'nl-plus-signs.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Slack Dublin', 7200, 'EUR', 'purchase'],
      [3, '2026-03-06', 'Klant Factuur', -1000, 'EUR', 'income'],
    ],
  },
]

describe('statements of many banks are read without being told how', () => {
  test.for(CASES)('$file', async ({ file, questions, rows }) => {
    const preview = await previewOf(awkwardStatement(file))
    expect(preview.refused).toBeNull()
    expect(preview.questions.map(({ field }) => field)).toEqual(questions)
    expect(
      preview.rows.map((row) => [row.line, row.date, row.descriptor, row.amountMinor, row.currency, row.kind]),
    ).toEqual(rows)
    expect(preview.rejected).toEqual([])
  })
})
