import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'

export type Certificate = {
  readonly key: KeyObject
  /** SHA-256 of the DER certificate, base64url: the `x5t#S256` that Entra finds the registered certificate by. */
  readonly thumbprint: string
  readonly notAfter: Date
}

// Entra accepts assertions that live up to 24 hours; ours is used at once.
const ASSERTION_SECONDS = 300
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/g

/** Reads certificate and private key out of PEM text, in any order, chain included; or says what is wrong with it. */
export function readCertificate(pem: string): Certificate | { readonly problem: string } {
  const blocks = [...pem.matchAll(BLOCK)].map(([text, label = '']) => ({ label, text }))
  const certificates = blocks.filter((block) => block.label === 'CERTIFICATE')
  const keys = blocks.filter((block) => block.label.endsWith('PRIVATE KEY'))
  if (certificates.length === 0) return { problem: 'holds no certificate (a BEGIN CERTIFICATE block)' }
  if (keys.length === 0) return { problem: 'holds no private key (a BEGIN PRIVATE KEY block)' }
  if (keys.some(({ label, text }) => label.startsWith('ENCRYPTED') || text.includes('Proc-Type: 4,ENCRYPTED'))) {
    return {
      problem:
        'holds an encrypted private key; decrypt it with openssl pkey and keep the file readable by Daylight only',
    }
  }
  try {
    return pair(
      certificates.map(({ text }) => new X509Certificate(text)),
      keys.map(({ text }) => createPrivateKey(text)),
    )
  } catch (cause) {
    return { problem: `cannot be read (${cause instanceof Error ? cause.message : String(cause)})` }
  }
}

/** What is wrong with the PEM of `MICROSOFT_CLIENT_CERTIFICATE_FILE`, or null. Never quotes the PEM. */
export function certificateProblem(pem: string): string | null {
  const read = readCertificate(pem)
  return 'problem' in read ? read.problem : null
}

/** A signed client assertion: https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
export async function clientAssertion(
  certificate: Certificate,
  claims: { readonly clientId: string; readonly audience: string; readonly now: Date },
): Promise<string> {
  const seconds = Math.floor(claims.now.getTime() / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': certificate.thumbprint })
    .setIssuer(claims.clientId)
    .setSubject(claims.clientId)
    .setAudience(claims.audience)
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + ASSERTION_SECONDS)
    .sign(certificate.key)
}

function pair(
  certificates: readonly X509Certificate[],
  keys: readonly KeyObject[],
): ReturnType<typeof readCertificate> {
  for (const certificate of certificates) {
    const key = keys.find((candidate) => certificate.checkPrivateKey(candidate))
    if (key === undefined) continue
    if (key.asymmetricKeyType !== 'rsa') return { problem: 'holds a key that is not RSA, which Entra does not accept' }
    const thumbprint = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url')
    return { key, thumbprint, notAfter: new Date(certificate.validTo) }
  }
  return { problem: 'holds a private key that does not belong to its certificate' }
}
