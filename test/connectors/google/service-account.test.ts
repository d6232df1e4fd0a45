import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseServiceAccount } from '#connectors/google/index.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
const KEY_FILE = {
  type: 'service_account',
  project_id: 'acme-tools',
  private_key_id: 'f00d',
  private_key: PEM,
  client_email: 'daylight@acme-tools.iam.gserviceaccount.com',
  client_id: '100000000000000000001',
  token_uri: 'https://oauth2.googleapis.com/token',
}

test('a key file is read', () => {
  expect(parseServiceAccount(JSON.stringify(KEY_FILE))).toEqual({
    ok: true,
    serviceAccount: {
      clientEmail: KEY_FILE.client_email,
      privateKey: PEM,
      tokenUri: KEY_FILE.token_uri,
      clientId: KEY_FILE.client_id,
    },
  })
})

test.for<[string, object | string]>([
  ['with a byte order mark', `\uFEFF${JSON.stringify(KEY_FILE)}`],
  ['whose line ends were written out', { ...KEY_FILE, private_key: PEM.replaceAll('\n', '\\n') }],
  ['with an older PKCS #1 key', { ...KEY_FILE, private_key: privateKey.export({ type: 'pkcs1', format: 'pem' }) }],
  ['with a token endpoint on loopback', { ...KEY_FILE, token_uri: 'http://127.0.0.1:8099/token' }],
  ['without token_uri', { ...KEY_FILE, token_uri: undefined }],
])('a key file %s is read', ([, file]) => {
  expect(parseServiceAccount(typeof file === 'string' ? file : JSON.stringify(file)).ok).toBe(true)
})

test.for<[string, string, readonly string[]]>([
  [
    'text that is no JSON',
    PEM,
    ['is not JSON; create a key of type JSON for the service account and give that file unchanged'],
  ],
  ['a list', '[]', ['the file Invalid input: expected object, received array']],
  [
    "a user's own credentials",
    JSON.stringify({ ...KEY_FILE, type: 'authorized_user' }),
    ['type must be "service_account"'],
  ],
  [
    'a file with several faults',
    JSON.stringify({ type: 'service_account', client_email: 'daylight' }),
    [
      'client_email must be the e-mail address of the service account',
      'private_key must be the PEM text of the private key',
    ],
  ],
  [
    'a damaged key',
    JSON.stringify({ ...KEY_FILE, private_key: PEM.slice(0, 900) }),
    ['private_key is not a readable PEM private key; download the key file again'],
  ],
  ['a key of another kind', JSON.stringify({ ...KEY_FILE, private_key: EC }), ['private_key must be an RSA key']],
  [
    'a token endpoint without TLS',
    JSON.stringify({ ...KEY_FILE, token_uri: 'http://tokens.example/token' }),
    ['token_uri must begin with https:// (plain http is accepted for loopback only)'],
  ],
])('%s is refused with what is wrong, and without the key', ([, text, problems]) => {
  const parsed = parseServiceAccount(text)
  expect(parsed).toEqual({ ok: false, problems })
  expect(JSON.stringify(parsed)).not.toContain(PEM.slice(40, 90))
})
