import { ana } from './microsoft.ts'

/** Seven people, as Graph lists them: more than a small page holds. */
export const sevenPeople = Array.from({ length: 7 }, (_, index) => ({
  ...ana,
  id: `u-${index}`,
  mail: `p${index}@acme.example`,
  userPrincipalName: `p${index}@acme.example`,
}))
