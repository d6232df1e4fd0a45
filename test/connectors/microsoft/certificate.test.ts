import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { certificateProblem } from '#connectors/microsoft/index.ts'
import { ana, ofKind, readContext, readTenant, startTenant } from '#test/support/microsoft.ts'
import { selfSigned } from '#test/support/self-signed.ts'

const signed = selfSigned({ notAfter: new Date('2027-01-01T00:00:00Z') })
const other = selfSigned({ notAfter: new Date('2027-01-01T00:00:00Z') })
const { certificate, key, publicKey } = signed

test.for([
  { title: 'certificate first', pem: certificate + key },
  {
    title: 'key first, with remarks and another certificate',
    pem: `Bag Attributes\n${key}${other.certificate}${certificate}`,
  },
  { title: 'Windows line ends', pem: (certificate + key).replaceAll('\n', '\r\n') },
])('a certificate signs in without a secret ($title)', async ({ pem }) => {
  const now = new Date()
  await using fake = await startTenant({ users: [ana] }, { publicKey, secret: 'unused' })
  const reading = await readTenant(fake, { credential: { kind: 'certificate', pem } }, readContext({ now: () => now }))
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').length).toBe(1)
  const thumbprint = createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url')
  expect(fake.assertions).toEqual([{ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint }])
  expect(fake.tokenForms.map((form) => form.get('client_secret'))).toEqual([null])
})

test('a certificate that is not registered is told so', async () => {
  await using fake = await startTenant({ users: [ana] }, { publicKey })
  const reading = await readTenant(fake, { credential: { kind: 'certificate', pem: other.certificate + other.key } })
  expect(reading.gaps.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('is not registered for application'),
  ])
})

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const encrypted = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
  .toString()
const problems = [
  { title: 'nothing', pem: '', problem: 'holds no certificate (a BEGIN CERTIFICATE block)' },
  { title: 'the key alone', pem: key, problem: 'holds no certificate (a BEGIN CERTIFICATE block)' },
  { title: 'the certificate alone', pem: certificate, problem: 'holds no private key (a BEGIN PRIVATE KEY block)' },
  {
    title: 'the key of another certificate',
    pem: other.certificate + key,
    problem: 'holds a private key that does not belong to its certificate',
  },
  {
    title: 'a key of another kind',
    pem: certificate + ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    problem: 'holds a private key that does not belong to its certificate',
  },
  {
    title: 'an encrypted key',
    pem: certificate + encrypted,
    problem: 'holds an encrypted private key; decrypt it with openssl pkey and keep the file readable by Daylight only',
  },
]
test.for(problems)('a PEM file with $title is explained', ({ pem, problem }) => {
  expect(certificateProblem(pem)).toBe(problem)
})

test('a PEM file that is garbled is explained without quoting it', () => {
  const garbled = certificate.replace(/\n[A-Za-z0-9+/]{64}\n/, '\nAAAA\n') + key
  expect(certificateProblem(garbled)).toMatch(/^cannot be read \(/)
})

test('a good PEM file has no problem', () => {
  expect(certificateProblem(certificate + key)).toBe(null)
})

test('a certificate file without a key ends the reading in one sentence', async () => {
  await using fake = await startTenant({ users: [ana] }, { publicKey })
  const reading = await readTenant(fake, { credential: { kind: 'certificate', pem: certificate } })
  expect(reading.gaps.map(({ code, reason }) => [code, reason])).toEqual([
    [
      'denied',
      'microsoft: the file of MICROSOFT_CLIENT_CERTIFICATE_FILE holds no private key (a BEGIN PRIVATE KEY block)',
    ],
  ])
  expect(fake.requests).toEqual([])
})
