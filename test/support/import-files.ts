export const HEADER = 'Date,Description,Debit,Credit,Currency'
export const ROWS = [
  '2026-01-04,SLACK T012AB3CD DUBLIN IE,8.75,,EUR',
  '2026-01-09,MIRO.COM,96.00,,EUR',
  '2026-01-09,MIRO.COM,96.00,,EUR',
  '2026-01-20,BACKEREI KRUME BERLIN,12.40,,EUR',
  '2026-02-11,MIRO.COM,,96.00,EUR',
]
export const CARD = [HEADER, ...ROWS, ''].join('\n')
export const BROKEN = [HEADER, ROWS[0], 'some day,MIRO.COM,96.00,,EUR', ROWS[3], ''].join('\n')
// Neither the order of day and month nor the currency can be told.
export const UNCLEAR = 'Date,Description,Debit,Credit\n03/04/2026,SLACK T012AB3CD,8.75,\n05/06/2026,MIRO.COM,96.00,\n'
export const APPS = 'Application,Sign-on mode\nSlack,SAML_2_0\nMiro,SAML_2_0\n'
export const NO_STATEMENTS: readonly [string, string | Uint8Array, RegExp][] = [
  ['is no table', 'Dear Sir or Madam,\nplease find enclosed.\n', /refused: /],
  ['has headers that mean nothing', 'a,b,c\n1,2,3\n4,5,6\n', /no column holds dates/],
  ['is empty', '', /empty/],
  ['is binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0, 255, 254, 0, 1]), /refused: /],
]
