import type { CliFolder } from './cli.ts'
import type { FakeGoogle } from './fake-google.ts'
import type { FakeGraph } from './fake-graph.ts'
import { CLIENT, TENANT } from './microsoft.ts'

/** The settings, and the key file, that point a command at a fake Workspace. */
export async function googleSettings(folder: CliFolder, google: FakeGoogle): Promise<Record<string, string>> {
  const { clientEmail, privateKey, tokenUri, clientId } = google.serviceAccount
  const key = {
    type: 'service_account',
    client_email: clientEmail,
    private_key: privateKey,
    token_uri: tokenUri,
    client_id: clientId,
  }
  return {
    GOOGLE_SERVICE_ACCOUNT_FILE: await folder.file('google-key.json', JSON.stringify(key)),
    GOOGLE_ADMIN_SUBJECT: 'admin@acme.example',
    GOOGLE_API_ROOT: google.origin,
  }
}

/** The settings that point a command at a fake Entra tenant. */
export function microsoftSettings(graph: FakeGraph): Record<string, string> {
  return {
    MICROSOFT_TENANT_ID: TENANT,
    MICROSOFT_CLIENT_ID: CLIENT,
    MICROSOFT_CLIENT_SECRET: 'not-a-real-secret',
    MICROSOFT_AUTHORITY: graph.authority,
    MICROSOFT_GRAPH_ROOT: graph.graphRoot,
  }
}
