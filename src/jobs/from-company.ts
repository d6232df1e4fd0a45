import { StoreError } from '#core/store.ts'
import type { CompanyState, StoreReader } from '#core/store.ts'

// A detection takes longer than any reading: that two end during one is rare, and three are trouble.
const ATTEMPTS = 3

/**
 * Reads what the last detection left behind; null before the first one. A detection that ends meanwhile takes its
 * predecessor's segments away: what refers to them is then read anew.
 */
export async function fromCompany<T>(
  store: StoreReader,
  read: (company: CompanyState) => Promise<T>,
): Promise<T | null> {
  for (let attempt = 1; ; attempt += 1) {
    const company = await store.get('company', 'company')
    if (company === null) return null
    try {
      return await read(company.value)
    } catch (error) {
      const isDamage = error instanceof StoreError && error.code === 'damaged'
      const now = isDamage && attempt < ATTEMPTS ? await store.get('company', 'company') : company
      if (now?.version === company.version) throw error
    }
  }
}
