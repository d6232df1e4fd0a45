import { describe, expect, test } from 'vitest'
import { awkwardStatement, previewOf } from '#test/support/statement-file.ts'

type Row = [
  line: number,
  date: string | null,
  descriptor: string,
  minor: number | null,
  currency: string | null,
  kind: string,
]

const CASES: { file: string; questions: string[]; rows: Row[] }[] = [
  {
    file: 'au-credit-card-balance.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012 DUBLIN', 7200, null, 'purchase'],
      [3, '2026-03-06', 'PAYMENT RECEIVED', -50000, null, 'payment'],
    ],
  },
  {
    file: 'au-no-header-balance.csv',
    questions: ['currency'],
    rows: [
      [1, '2026-03-15', 'SLACK T012 DUBLIN IE Card xx1234 Value Date: 13/03/2026', 7200, null, 'purchase'],
      [2, '2026-03-04', 'Transfer from CLIENT', -50000, null, 'income'],
      [3, '2026-03-03', 'NOTION LABS', 1000, null, 'purchase'],
    ],
  },
  {
    file: 'br-card.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'Slack', 7200, null, 'purchase'],
      [3, '2026-03-06', 'Notion', 800, null, 'purchase'],
      [4, '2026-03-07', 'Pagamento recebido', -50000, null, 'payment'],
    ],
  },
  {
    file: 'ca-no-header-split.csv',
    questions: ['currency'],
    rows: [
      [1, '2026-03-15', 'SLACK T012', 7200, null, 'purchase'],
      [2, '2026-03-16', 'NOTION LABS', 800, null, 'purchase'],
      [3, '2026-03-17', 'PAYMENT - THANK YOU', -50000, null, 'payment'],
    ],
  },
  {
    file: 'ca-two-currencies.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012 DUBLIN', 7200, 'CAD', 'purchase'],
      [3, '2026-03-06', 'NOTION LABS', 800, 'USD', 'purchase'],
      [4, '2026-03-07', 'PAYMENT - THANK YOU / PAIEMENT - MERCI', -8000, 'CAD', 'payment'],
    ],
  },
  {
    file: 'card-platform.csv',
    questions: [],
    rows: [
      [2, '2026-03-06', 'Slack', 7200, 'USD', 'purchase'],
      [3, '2026-03-06', 'Notion', 800, 'USD', 'pending'],
      [4, '2026-03-07', 'Figma', 1500, 'USD', 'declined'],
      [5, '2026-03-09', 'Slack', -1200, 'USD', 'refund'],
    ],
  },
  {
    file: 'carriage-returns.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Slack', 7200, 'EUR', 'purchase'],
      [3, '2026-03-06', 'Notion', 800, 'EUR', 'purchase'],
    ],
  },
  {
    file: 'ch-apostrophes-trailing-minus.csv',
    questions: [],
    rows: [
      [3, '2026-03-05', 'Slack', 107250, 'CHF', 'purchase'],
      [4, '2026-03-06', 'Notion', 800, 'CHF', 'purchase'],
    ],
  },
  {
    file: 'ch-negative-debits.csv',
    questions: [],
    rows: [[11, '2026-03-05', 'SLACK T012 Debitkarte Ref 1', 7200, 'CHF', 'purchase']],
  },
  {
    file: 'ch-signed-and-direction.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012, DUBLIN', 7200, 'CHF', 'purchase'],
      [3, '2026-03-06', 'YOUR PAYMENT - THANK YOU', -50000, 'CHF', 'payment'],
    ],
  },
  {
    file: 'cz-windows-1250.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Slack Technologies žádost', 123456, 'CZK', 'purchase'],
      [3, '2026-03-06', 'Notion', 9900, 'CZK', 'purchase'],
    ],
  },
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
    file: 'declined-and-times.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK', 7200, 'EUR', 'purchase'],
      [3, '2026-03-04', 'FIGMA', 1500, 'EUR', 'declined'],
      [4, '2026-03-06', 'CLIENT SAS facture 42', -120000, 'EUR', 'income'],
    ],
  },
  {
    file: 'dk-pending.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'NOTION LABS', 5900, null, 'purchase'],
      [3, '2026-03-06', 'FIGMA', 110550, null, 'pending'],
    ],
  },
  {
    file: 'dollar-signs.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012AB3CD', 7200, null, 'purchase'],
      [3, '2026-03-16', 'NOTION LABS, INC.', 100800, 'USD', 'purchase'],
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
    file: 'expense-report.csv',
    questions: [],
    rows: [
      [2, '2026-03-15', 'Slack', 7200, 'USD', 'purchase'],
      [3, '2026-03-16', 'Notion', 800, 'USD', 'purchase'],
    ],
  },
  {
    file: 'fee-included.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Card transaction of 78.00 USD issued by Slack T012 DUBLIN', 7200, 'EUR', 'purchase'],
      [3, '2026-03-04', 'Received money from CLIENT with reference 42', -50000, 'EUR', 'income'],
    ],
  },
  {
    file: 'fee-on-top.csv',
    questions: [],
    rows: [
      [2, '2026-03-06', 'Slack', 6620, 'EUR', 'purchase'],
      [3, '2026-03-06', 'To Savings', 10020, 'EUR', 'transfer'],
      [4, '2026-03-07', 'Figma', 1400, 'EUR', 'declined'],
      [5, '2026-03-08', 'Slack', -900, 'EUR', 'refund'],
      [6, '2026-03-09', 'Payment from ACME', -50000, 'EUR', 'transfer'],
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
    file: 'hu-forint.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK', 123400, 'HUF', 'purchase'],
      [3, '2026-03-06', 'NOTION', 80000, 'HUF', 'purchase'],
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
    file: 'jp-card.csv',
    questions: ['sign', 'decimal', 'currency'],
    rows: [
      [2, '2026-03-05', 'SLACK', null, null, 'purchase'],
      [3, '2026-03-06', 'NOTION', null, null, 'purchase'],
    ],
  },
  {
    file: 'money-out-money-in.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012 DUBLIN IRL', 7200, 'GBP', 'purchase'],
      [3, '2026-03-06', 'Client', -50000, 'GBP', 'income'],
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
  {
    file: 'no-split.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'Visa 100000 SLACK', 7200, null, 'purchase'],
      [3, '2026-03-06', 'Overføring fra kunde', -50000, null, 'income'],
    ],
  },
  {
    file: 'pl-hash-header.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012 /DUBLIN', 7200, 'PLN', 'purchase'],
      [3, '2026-03-06', 'PRZELEW', -100000, 'PLN', 'income'],
    ],
  },
  {
    file: 'se-spaces.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012AB   /26-03-04', 7200, null, 'purchase'],
      [3, '2026-03-06', 'ATLASSIAN      /26-03-05', 102450, null, 'purchase'],
    ],
  },
  {
    file: 'sg-preamble.csv',
    questions: ['currency'],
    rows: [
      [6, '2026-03-05', 'SLACK T012 DUBLIN IE 04MAR', 7200, null, 'purchase'],
      [7, '2026-03-06', 'CLIENT', -50000, null, 'income'],
    ],
  },
  {
    file: 'total-line.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Slack', 7200, 'EUR', 'purchase'],
      [3, '2026-03-06', 'Notion', 800, 'EUR', 'purchase'],
    ],
  },
  {
    file: 'uk-apostrophes.csv',
    questions: ['currency'],
    rows: [
      [3, '2026-03-05', 'SLACK T012 , DUBLIN', 7200, null, 'purchase'],
      [4, '2026-03-04', 'CLIENT', -50000, null, 'income'],
    ],
  },
  {
    file: 'uk-memo.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-25', 'SLACK T012     ON 24 MAR BCC', 7200, null, 'purchase'],
      [3, '2026-03-24', 'CLIENT LTD     BGC', -50000, null, 'refund'],
    ],
  },
  {
    file: 'uk-no-header.csv',
    questions: ['dateOrder', 'currency'],
    rows: [
      [1, null, 'SLACK T012AB DUBLIN', 7200, null, 'purchase'],
      [2, null, 'NOTION LABS', 800, null, 'purchase'],
      [3, null, 'PAYMENT - THANK YOU', -50000, null, 'payment'],
    ],
  },
  {
    file: 'uk-sort-code.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012AB', 7200, null, 'purchase'],
      [3, '2026-03-04', 'CLIENT LTD', -50000, null, 'income'],
    ],
  },
  {
    file: 'unsigned-unexplained.csv',
    questions: ['sign', 'currency'],
    rows: [
      [2, '2026-03-05', 'SLACK', null, null, 'purchase'],
      [3, '2026-03-06', 'NOTION', null, null, 'purchase'],
    ],
  },
  {
    file: 'us-debit-credit-words.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-15', 'SLACK T012 DUBLIN', 7200, null, 'purchase'],
      [3, '2026-03-16', 'SLACK T012 REFUND', -1000, null, 'refund'],
    ],
  },
  {
    file: 'us-negative-credits.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012 DUBLIN', 7200, null, 'purchase'],
      [3, '2026-03-06', 'AUTOPAY 000000000012345 AUTO-PMT', -50000, null, 'payment'],
      [4, '2026-03-07', 'NOTION', 800, null, 'pending'],
    ],
  },
  {
    file: 'utf-16le-tabs.csv',
    questions: [],
    rows: [[2, '2026-03-05', 'Slack', 7200, 'USD', 'purchase']],
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

describe('files that are no statements are refused with the reason', () => {
  test.for([
    ['not-a-statement-apps.csv', /list of tools/],
    ['not-a-statement-users.csv', /no statement: no column holds dates/],
    ['not-a-statement-revenue.csv', /revenue, not spend/],
    ['not-a-statement-letter.csv', /no statement: no column holds dates/],
  ] as const)('%s', async ([file, reason]) => {
    const preview = await previewOf(awkwardStatement(file))
    expect(preview.refused).toMatch(reason)
    expect(preview).toMatchObject({ format: null, questions: [], rows: [], ignored: [], rejected: [], totals: {} })
  })
})

describe('the ledger closes', () => {
  test.for([
    ['ch-negative-debits.csv', 'CHF', 7200],
    ['total-line.csv', 'EUR', 8000],
    ['es-saldo.csv', 'EUR', -8500],
    ['fee-on-top.csv', 'EUR', -34260],
    ['nl-plus-signs.csv', 'EUR', 6200],
  ] as const)('%s: what is accounted for is what the statement says', async ([file, currency, minor]) => {
    const { totals } = await previewOf(awkwardStatement(file))
    expect(totals).toEqual({ [currency]: { statementMinor: minor, accountedMinor: minor } })
  })
})
