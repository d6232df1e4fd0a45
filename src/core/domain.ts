import { parse } from 'tldts'

// Places where anybody runs an app, and login services of others: a reply URL there says nothing of who made the app.
const HOSTS = new Set(
  `herokuapp.com azurewebsites.net vercel.app netlify.app netlify.com github.io githubusercontent.com gitlab.io pages.dev
   workers.dev cloudfront.net amazonaws.com amazoncognito.com awsapprunner.com elasticbeanstalk.com googleusercontent.com appspot.com web.app firebaseapp.com run.app
   cloudfunctions.net script.google.com microsoftonline.com microsoftonline.us windows.net azure.com azurefd.net azure-api.net
   cloudapp.net azurecontainerapps.io azurestaticapps.net onmicrosoft.com sharepoint.com b2clogin.com ciamlogin.com live.com
   auth0.com okta.com oktapreview.com okta-emea.com onelogin.com ngrok.io ngrok.app ngrok-free.app fly.dev onrender.com railway.app
   render.com repl.co replit.app replit.dev glitch.me bubbleapps.io webflow.io wixsite.com wordpress.com blogspot.com
   force.com my.salesforce.com service-now.com zendesk.com atlassian.net localhost.run lvh.me nip.io sslip.io surge.sh stackblitz.io`.split(
    /\s+/,
  ),
)

// Freemail: an address there names a person, not a company.
const FREEMAIL = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com yahoo.com icloud.com gmx.de gmx.net proton.me aol.com'.split(' '),
)

// Reserved for documentation and tests (RFC 2606): a domain there is as good as any to tell one owner from another.
const RESERVED_SUFFIXES = new Set(['example', 'test'])

/**
 * The registrable domain inside a host name, URL or e-mail address, lower case: `https://app.slack.com/x` ->
 * `slack.com`. Null where there is none, for IP addresses, and for endings that are neither a public suffix nor
 * reserved for examples.
 */
export function registrableDomain(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 2_048 || !trimmed.includes('.')) return null
  const { domain, isIcann, isIp, publicSuffix } = parse(trimmed.toLowerCase())
  const isSuffix = isIcann === true || RESERVED_SUFFIXES.has(publicSuffix ?? '')
  return isSuffix && isIp !== true ? domain : null
}

/** The name part of a registrable domain: `slack` of `slack.com`, `amazon` of `amazon.co.uk`. */
export function domainLabel(domain: string): string {
  return domain.slice(0, domain.indexOf('.'))
}

/** True for a domain that says something of who made an app: neither a hosting or login service nor freemail. */
export function isTelling(domain: string): boolean {
  return !HOSTS.has(domain) && !FREEMAIL.has(domain)
}

// Endings that are bought for software far more often than by shops and workshops.
const SOFTWARE_ENDINGS = new Set(
  'io ai app dev cloud software so tech sh gg tools systems codes email hosting'.split(' '),
)

/** True where the ending of a domain makes software likely (`.io`, `.ai`, `.app`): weak evidence, never a decision. */
export function hasSoftwareEnding(domain: string): boolean {
  return SOFTWARE_ENDINGS.has(domain.slice(domain.lastIndexOf('.') + 1))
}
