import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'
import { rootProblem } from '#provider/fetch.ts'

/** What is needed of a service-account key file. */
export type ServiceAccount = {
  readonly clientEmail: string
  /** PEM, RSA. */
  readonly privateKey: string
  readonly tokenUri: string
  /** The number that domain-wide delegation is given to; it is only named in messages. */
  readonly clientId?: string
}

export type ParsedServiceAccount =
  | { readonly ok: true; readonly serviceAccount: ServiceAccount }
  | { readonly ok: false; readonly problems: readonly string[] }

const DEFAULT_TOKEN_URI = 'https://oauth2.googleapis.com/token'

const keyFile = z.object({
  type: z.literal('service_account', { error: 'must be "service_account"' }),
  client_email: z.email({ error: 'must be the e-mail address of the service account' }),
  private_key: z.string({ error: 'must be the PEM text of the private key' }),
  token_uri: z.string({ error: 'must be a URL' }).default(DEFAULT_TOKEN_URI),
  client_id: z.string().optional(),
})

/** Reads the JSON key file of a service account. Problems are phrases that name the field, and never hold the key. */
export function parseServiceAccount(text: string): ParsedServiceAccount {
  const json = parseJson(text)
  if (json === undefined) {
    return failed('is not JSON; create a key of type JSON for the service account and give that file unchanged')
  }
  const parsed = keyFile.safeParse(json)
  if (!parsed.success) {
    return failed(...parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'} ${issue.message}`))
  }
  const { client_email: clientEmail, token_uri: tokenUri, client_id: clientId } = parsed.data
  // Keys that went through an environment variable often arrive with their line ends written out.
  const privateKey = parsed.data.private_key.replaceAll('\\n', '\n')
  const problems = [keyProblem(privateKey), uriProblem(tokenUri)].filter((problem) => problem !== null)
  if (problems.length > 0) return failed(...problems)
  const serviceAccount = { clientEmail, privateKey, tokenUri, ...(clientId !== undefined && { clientId }) }
  return { ok: true, serviceAccount }
}

function failed(...problems: readonly string[]): ParsedServiceAccount {
  return { ok: false, problems }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // The parser's own message quotes the text, which may be the key.
    return undefined
  }
}

function keyProblem(privateKey: string): string | null {
  try {
    const { asymmetricKeyType } = createPrivateKey(privateKey)
    return asymmetricKeyType === 'rsa' ? null : 'private_key must be an RSA key'
  } catch {
    return 'private_key is not a readable PEM private key; download the key file again'
  }
}

function uriProblem(tokenUri: string): string | null {
  const problem = rootProblem(tokenUri)
  return problem === null ? null : `token_uri ${problem}`
}
