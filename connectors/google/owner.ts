import { googleProject } from '#core/identifier.ts'
import type { OwnerHint } from '#core/observation.ts'

// Project numbers of clients that Google itself ships, as its own programs send them; a name is never enough.
const GOOGLE_PROJECTS = new Set([
  '77185425430', // Chrome, in its X-Chrome-Id-Consistency-Request header
  '32555940559', // gcloud auth login: googlecloudsdk/core/config.py
  '764086051850', // gcloud application-default login: google/auth/_cloud_sdk.py
  '407408718192', // OAuth 2.0 Playground: https://developers.google.com/oauthplayground
])

// What Apps Script calls a project that nobody named, in the languages of its editor.
const UNNAMED_SCRIPTS = new Set([
  'untitled project',
  'unbenanntes projekt',
  'projet sans titre',
  'proyecto sin título',
  'progetto senza titolo',
  'projeto sem título',
  'naamloos project',
  '無題のプロジェクト',
])

/** What can be told for sure of an OAuth client's owner; null says that it cannot be told. */
export function ownerOf(clientId: string, name: string | null): OwnerHint | null {
  const project = googleProject(clientId)
  if (project !== null && GOOGLE_PROJECTS.has(project)) return 'platform'
  if (name !== null && UNNAMED_SCRIPTS.has(name.toLowerCase())) return 'script'
  return null
}
