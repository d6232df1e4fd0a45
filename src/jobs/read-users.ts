import type { CompanyState, StoreReader } from '#core/store.ts'

/** Who uses which app, by id of the app. */
export async function readUsers(
  store: StoreReader,
  { usersSegment, evidenceParts }: CompanyState,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const users = new Map<string, readonly string[]>()
  if (usersSegment !== null) {
    for await (const { app, people } of store.read('users', usersSegment)) users.set(app, people)
    return users
  }
  for (const { segment } of evidenceParts) {
    for await (const { app, people } of store.read('evidence', segment)) {
      users.set(
        app,
        people.map(({ person }) => person),
      )
    }
  }
  return users
}
