import { createGoogleConnector } from '#connectors/google/index.ts'
import type { GoogleSettings } from '#connectors/google/index.ts'
import type { Connector } from '#core/connector.ts'
import type { FakeGoogle } from './fake-google.ts'

/** The connector, pointed at a fake Workspace. */
export function googleConnector(google: FakeGoogle, changes: Partial<GoogleSettings> = {}): Connector {
  return createGoogleConnector({
    serviceAccount: google.serviceAccount,
    adminSubject: 'admin@acme.example',
    customer: 'my_customer',
    apiRoot: google.origin,
    mode: 'full',
    ...changes,
  })
}
