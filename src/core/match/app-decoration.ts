import { nameWords } from '../name.ts'

// Words round a product's name that make it no other product, in the languages of consoles; words of several parts joined,
// so that "add-on", "Add On" and "addon" are one.
const PLATFORMS =
  words(`android ios ipados iphone ipad mac macos macosx osx windows win linux chrome chromeos firefox edge safari
  browser desktop mobile web webapp tablet watch wear tv`)
const SIGN_IN =
  words(`sso saml saml2 oidc scim oauth oauth2 openid openidconnect wsfed login signin logon signon singlesignon
  auth authentication provisioning userprovisioning directorysync anmeldung anmelden einloggen verbindung connexion seconnecter
  iniciarsesion iniciarsesin conexion acceso accesso accedi entrar inloggen aanmelden logga inlogg logowanie zaloguj singleaccountaccess fed federated
  federation signup register registration applicationgallery ログイン 登录 로그인`)
const JOINTS =
  words(`sync integration integrations connector connection connect addon addons addin addins plugin plugins extension extensions
  powerup import bridge scimbridge adapter`)
const STAGES =
  words(`production prod prd produktion produktiv produccion produzione live staging stage stg sandbox dev develop
  development test tests testing testumgebung uat qa demo pilot poc trial preview beta alpha preprod preproduction nonprod
  nonproduction implementation impl prueba pruebas essai recette abnahme fullcopysandbox partialcopysandbox sandboxes env environment instance tenant int`)
const STATES = words(`new old legacy classic official deprecated retired obsolete disabled inactive unused migrated
  migration decommissioned archived temp tmp copy copyof kopie donotuse donotdelete dnu todelete tobedeleted toberemoved zz zzz xx xxx neu alt
  nuevo antiguo viejo ancien nouveau nieuw oud primary secondary main default backupinstance previous current next`)
const SCOPES =
  words(`global eu us usa uk ca au de fr ie emea apac latam na anz gov govcloud government east west north south central europe
  enterprise cloud online datacenter selfmanaged selfhosted onprem hosted internal corporate corp company employees staff
  account accounts byorganization organization organisation org region app apps application applications acct admins users allusers allproducts
  software suite inc ltd gmbh llc business education nonprofit`)
const VERSION =
  /^(?:v?\d{1,2}|v\d+|20[12]\d|(?:us|eu|ap|uk|ca|au|jp|sg|de|fr|in|na|gov|sb|prod|dev|test|uat|qa)\d{1,2}|two|three|four|ii|iii)$/

// Words by which products name their own parts. Alone they make no product that is bought apart.
const CONSOLES = words(
  'dashboard admin administrator adminpanel adminconsole console portal platform sdk cli studio アプリ 앱 应用',
)
// What companies build with a product's interface.
const BUILT = words('api bot slackbot agent client gateway')
const PARTS = words(`administration adminui editor designer viewer
  keyboard webclipper clipper notetaker recorder record scheduler inbox messenger meetings workspace hub controlhub
  centre center identity calendar calendarfeed feed mail email sales support marketing access plus premium pro basic free standard team teams
  personal individual professional unlimited edition version ide hardware packs docs boards workflows orchestration
  pages designs projects receipts data datasync passwordless connectpro sdkclient chat services service zerotrust privateaccess
  personalportal webpay organizer learning`)

// What integrations reach into: names of these before "integration", "login" or "connector" say where, not what.
const SUITES =
  words(`google gmail googlemail googleworkspace gsuite googlesheets googledocs googleslides googledrive googlecalendar googlemeet
  googleforms googlechat googlechrome googleanalytics googlesearchconsole googleads googlecontacts googleclassroom sheets docs slides drive
  gcal workspace microsoft office office365 microsoft365 o365 m365 outlook exchange excel word powerpoint onedrive sharepoint teams microsoftteams msteams
  microsoftoffice azure azuread entra entraid intune officeonline classroom chrome`)
// Programs that others make add-ons for, and sign people in with.
const PLACES =
  words(`slack zoom github gitlab salesforce jira confluence trello asana hubspot zendesk notion wordpress shopify figma
  vscode visualstudiocode facebook linkedin webex applemail apple premiere photoshop looker lookerstudio datastudio powerbi tableau quickbooks
  xero`)

// What others build round a product: they bear its name and are not it.
const TOOLS =
  words(`export exporter exports importer importing download downloader backup backups clone alternative unofficial helper
  inspector scraper finder cleaner remover counter calculator notifier notifications reminder reminders printer converter extractor generator
  merger merge duplicate archive viewerpro switcher auditor reporter reports reporting report migrate migrator migrationtool template
  templates emoji emojis theme themes darkmode phishing simulation simulator tutorial script scripts job runner webhook middleware
  proxy wrapper hack cheat crack fake demoapp sample example playground verification update secure invoice document attendance`)

const IDENTITY_PROVIDERS =
  words(`okta azure azuread aad entra entraid onelogin jumpcloud pingone ping adfs auth0 idp duo keycloak
  googlesaml msentra aadsso rippling`)

const AFFIXES = new Set([...PLATFORMS, ...STAGES, ...STATES, ...SCOPES])
const LEADING = new Set([
  ...SIGN_IN,
  ...STAGES,
  ...STATES,
  ...IDENTITY_PROVIDERS,
  ...words('app apps sp ent gallery saas'),
])

/** What a word, or words joined, says beside the name of a product; null for what it does not explain. */
export type Decoration = 'affix' | 'joint' | 'sign-in' | 'built' | 'part' | 'console' | 'suite' | 'place' | null

/** Reads the words behind a name; `joined` is folded and without spaces. */
export function decoration(joined: string): Decoration {
  if (SIGN_IN.has(joined)) return 'sign-in'
  if (JOINTS.has(joined)) return 'joint'
  if (AFFIXES.has(joined) || VERSION.test(joined)) return 'affix'
  if (CONSOLES.has(joined)) return 'console'
  if (BUILT.has(joined)) return 'built'
  if (PARTS.has(joined)) return 'part'
  if (SUITES.has(joined)) return 'suite'
  return PLACES.has(joined) ? 'place' : null
}

/** True for what stands before a name without changing it: "UAT", "[SSO]", "Copy of", "Okta –". */
export function isLeading(joined: string): boolean {
  return LEADING.has(joined)
}

/** True for what is plainly no part of a name: a device, a stage, a region, a way to sign in or to connect. */
export function isPlain(joined: string): boolean {
  const kind = decoration(joined)
  return kind === 'affix' || kind === 'joint' || kind === 'sign-in'
}

/** True for an identity provider, as consoles put it before the name of an app. */
export function isIdentityProvider(joined: string): boolean {
  return IDENTITY_PROVIDERS.has(joined)
}

/** True for a device or system that a product runs on. */
export function isPlatform(joined: string): boolean {
  return PLATFORMS.has(joined)
}

/** True for a program that other products come as an add-on to. */
export function takesAddons(joined: string): boolean {
  return SUITES.has(joined) || PLACES.has(joined)
}

/** True for a word by which others say what they built round a product: "Exporter", "Backup", "Clone". */
export function isToolWord(word: string): boolean {
  return TOOLS.has(word)
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).flatMap((word) => nameWords(word).join('')))
}
