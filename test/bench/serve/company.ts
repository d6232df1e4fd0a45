import type { FakeTenant, FakeUser } from '#test/support/fake-google.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'

export type CompanySize = { readonly people: number; readonly grantsEach: number; readonly apps: number }

const SCOPES = [
  'openid',
  'https://www.googleapis.com/auth/drive.readonly',
  'https://www.googleapis.com/auth/calendar',
  'https://mail.google.com/',
]

/** A made-up company of any size: half of its apps are in the catalogue, half are known to nobody. */
export function companyOf({ people, grantsEach, apps }: CompanySize): Pick<FakeTenant, 'users' | 'tokens'> {
  const { products } = loadCatalogue()
  const clients = Array.from({ length: apps }, (_, index) => ({
    clientId: `${700_000 + index}-bench.apps.googleusercontent.com`,
    displayText: index % 2 === 0 ? (products[(index * 7) % products.length]?.name ?? '') : `Zephyr Works ${index}`,
    scopes: SCOPES.slice(0, 1 + (index % SCOPES.length)),
  }))
  const users = Array.from({ length: people }, (_, index): FakeUser => ({
    primaryEmail: `person${index}@acme.example`,
  }))
  const tokens = Object.fromEntries(
    users.map(({ primaryEmail }, index) => [
      primaryEmail,
      // Some apps are used by many, most by few.
      Array.from({ length: grantsEach }, (_, grant) => {
        const spread = ((index * 31 + grant * 17) % 1000) / 1000
        return clients[(Math.floor(spread ** 2 * apps) + grant) % apps] ?? { clientId: '' }
      }).filter((client, at, all) => all.indexOf(client) === at),
    ]),
  )
  return { users, tokens }
}

/** A card statement of so many charges, as CSV in pieces. */
export function* statementOf(rows: number): Generator<string> {
  const { products } = loadCatalogue()
  yield 'Date,Description,Debit,Credit,Currency\n'
  for (let row = 0; row < rows; row += 1) {
    const name = products[(row * 13) % 1500]?.name.toUpperCase() ?? ''
    const text = row % 3 === 0 ? `${name.replaceAll(',', ' ')} ${row}` : `CAFE KRUME ${row % 977} BERLIN`
    const day = `2025-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`
    yield `${day},${text},${(row % 900) + 1}.${String(row % 100).padStart(2, '0')},,EUR\n`
  }
}
