import { readFile } from 'node:fs/promises'
import type { Connector } from '#core/connector.ts'
import type { FileReader } from '#core/file-reader.ts'
import { ConfigError } from './config.ts'
import type { Config } from './config.ts'

/** The sources that the settings switch on. The SDKs are loaded only here, so that other commands start fast. */
export async function configuredConnectors(config: Config): Promise<readonly Connector[]> {
  const connectors: Connector[] = []
  if (config.google !== null) {
    const { createGoogleConnector, parseServiceAccount } = await import('#connectors/google/index.ts')
    const { serviceAccountFile, ...settings } = config.google
    const text = await readSecret('GOOGLE_SERVICE_ACCOUNT_FILE', serviceAccountFile)
    const parsed = parseServiceAccount(text)
    if (!parsed.ok)
      throw new ConfigError(
        parsed.problems.map((problem) => `GOOGLE_SERVICE_ACCOUNT_FILE: ${serviceAccountFile} ${problem}`),
      )
    connectors.push(createGoogleConnector({ ...settings, serviceAccount: parsed.serviceAccount }))
  }
  if (config.microsoft !== null) {
    const { createMicrosoftConnector, certificateProblem } = await import('#connectors/microsoft/index.ts')
    const { credential, ...settings } = config.microsoft
    if (credential.kind === 'secret') connectors.push(createMicrosoftConnector({ ...settings, credential }))
    else {
      const pem = await readSecret('MICROSOFT_CLIENT_CERTIFICATE_FILE', credential.file)
      const problem = certificateProblem(pem)
      if (problem !== null) throw new ConfigError([`MICROSOFT_CLIENT_CERTIFICATE_FILE: ${credential.file} ${problem}`])
      connectors.push(createMicrosoftConnector({ ...settings, credential: { kind: 'certificate', pem } }))
    }
  }
  return connectors
}

/** The kinds of files that can be imported. */
export async function fileReaders(): Promise<readonly FileReader[]> {
  const [{ statementReader }, { appListReader }] = await Promise.all([
    import('#connectors/statement/index.ts'),
    import('#connectors/app-list/index.ts'),
  ])
  return [statementReader, appListReader]
}

async function readSecret(name: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new ConfigError([
      `${name}: ${path} cannot be read (${cause instanceof Error ? cause.message : String(cause)})`,
    ])
  }
}
