/** Three purchases on a card, two of them equal, in a file that names no currency. */
export const CARD = `Transaction Date,Post Date,Description,Category,Type,Amount,Memo
03/14/2026,03/15/2026,SLACK T012AB3CD,Shopping,Sale,-8.75,
03/14/2026,03/15/2026,SLACK T012AB3CD,Shopping,Sale,-8.75,
03/16/2026,03/17/2026,NOTION LABS INC,Shopping,Sale,-1240.50,
`

/** The setting that answers for the currency it does not name. */
export const EUR = { currency: 'EUR' }
