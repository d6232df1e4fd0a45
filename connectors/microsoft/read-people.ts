import { USERS } from './listings.ts'
import { companyDomains, personKey, personOf } from './person.ts'
import { gapOf, rejected, rejectedRow, tellProgress } from './step.ts'
import type { Output, Reading } from './step.ts'
import { parseUser } from './wire.ts'

/** Yields the people of the tenant and fills the directory. */
export async function* readPeople({ graph, context, directory }: Reading): AsyncGenerator<Output, void> {
  let people = 0
  let unidentified = false
  for await (const listed of graph.list({ ...USERS, clientId: graph.clientId })) {
    if (listed.kind === 'trouble') {
      yield gapOf(USERS.subject, listed)
      return
    }
    for (const row of listed.rows) {
      const user = parseUser(row)
      if (!user.ok) {
        if (user.id === null) unidentified = true
        else directory.addUnreadable(user.id)
        yield rejectedRow(USERS.subject, user, user.id === null ? undefined : [personKey(user.id)])
        continue
      }
      const person = personOf(user.value)
      if (person === null) {
        directory.addUnreadable(user.value.id)
        const subject = `${USERS.subject} ${user.value.id}`
        yield rejected(subject, 'has neither mail nor userPrincipalName', [personKey(user.value.id)])
        continue
      }
      if (!directory.add(user.value.id, person.email)) continue
      directory.addOwnDomains(companyDomains(user.value))
      people += 1
      yield person
    }
    tellProgress(context, 'people', people, null)
  }
  if (!unidentified) directory.markComplete()
}
