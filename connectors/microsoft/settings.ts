/** How to reach one tenant. */
export type MicrosoftSettings = {
  /** Directory (tenant) id, or one of the tenant's domain names. */
  readonly tenantId: string
  readonly clientId: string
  readonly credential:
    | { readonly kind: 'secret'; readonly secret: string }
    /** PEM text that holds the certificate and its unencrypted private key. */
    | { readonly kind: 'certificate'; readonly pem: string }
  /** `https://login.microsoftonline.com`, or that of a national cloud. */
  readonly authority: string
  /** `https://graph.microsoft.com`, or that of a national cloud; no version. */
  readonly graphRoot: string
}
