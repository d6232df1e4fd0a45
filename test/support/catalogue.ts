import type { Catalogue, Product } from '#core/catalogue.ts'
import { loadIntermediaries } from '#rules/intermediaries.ts'

/** A product with what a test does not care for left out; its domain is `<id>.com` unless stated. */
export function product(id: string, parts: Partial<Product> = {}): Product {
  const name = parts.name ?? id.charAt(0).toUpperCase() + id.slice(1)
  return {
    id,
    name,
    vendor: name,
    family: false,
    memberOf: null,
    domains: [`${id}.com`],
    sharedDomains: [],
    aliases: [],
    stems: [],
    category: 'test',
    capabilities: ['testing'],
    ai: false,
    identifiers: [],
    galleryNames: [],
    soldThrough: [],
    commonWord: false,
    ...parts,
  }
}

/** A small catalogue with the awkward cases: families, shared domains, common words, legal names, stems, known ids. */
export function smallCatalogue(more: readonly Product[] = []): Catalogue {
  const atlassian = { vendor: 'Atlassian', memberOf: 'atlassian', domains: [], sharedDomains: ['atlassian.com'] }
  const google = { vendor: 'Google', memberOf: 'google', domains: [], sharedDomains: ['google.com'] }
  return {
    products: [
      product('slack', {
        vendor: 'Salesforce',
        aliases: ['Slack Technologies'],
        stems: ['SLACK T'],
        identifiers: [{ kind: 'google-client', value: '606092904014-aaaa.apps.googleusercontent.com' }],
      }),
      product('zoom', { name: 'Zoom', vendor: 'Zoom Communications', domains: ['zoom.us', 'zoom.com'] }),
      product('mailchimp', { vendor: 'Intuit', aliases: ['The Rocket Science Group'] }),
      product('notion', { domains: ['notion.so'], aliases: ['Notion Labs, Inc.'], commonWord: true }),
      product('box', { vendor: 'Box', stems: ['BOX INC'], commonWord: true }),
      product('bear', { domains: ['bear.app'], commonWord: true }),
      product('bolt', { domains: ['bolt.new'], commonWord: true }),
      product('sketch', { vendor: 'Sketch B.V.', commonWord: true }),
      product('canva', { stems: ['CANVA*'] }),
      product('grammarly', { stems: ['GRAMMARLY CO*'] }),
      product('docusign', {
        name: 'Docusign',
        identifiers: [{ kind: 'saml-entity', value: 'https://account.docusign.com' }],
      }),
      product('surveymonkey', { name: 'SurveyMonkey', stems: ['SURVEYMONK'] }),
      product('hootsuite'),
      product('egress'),
      product('foursquare'),
      product('constant-contact', { name: 'Constant Contact', domains: ['constantcontact.com'] }),
      product('microsoft-teams', {
        name: 'Microsoft Teams',
        vendor: 'Microsoft',
        domains: ['teams.microsoft.com'],
        sharedDomains: ['microsoft.com'],
      }),
      product('atlassian', { name: 'Atlassian', family: true, domains: [], sharedDomains: ['atlassian.com'] }),
      product('jira', { ...atlassian }),
      product('confluence', { ...atlassian }),
      product('trello', { vendor: 'Atlassian', memberOf: 'atlassian' }),
      product('google', { name: 'Google', family: true, domains: [], sharedDomains: ['google.com'] }),
      product('google-workspace', {
        ...google,
        name: 'Google Workspace',
        stems: ['GOOGLE *GSUITE_', 'GSUITE_'],
        aliases: ['G Suite'],
      }),
      product('google-cloud', { ...google, name: 'Google Cloud', stems: ['GOOGLE *CLOUD'] }),
      ...more,
    ],
    capabilities: [],
    intermediaries: loadIntermediaries(),
  }
}
