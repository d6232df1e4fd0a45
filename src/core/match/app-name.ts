import { LONGEST_TEXT } from '../name.ts'

/** The part of an app's name that names the product, and what was set aside. */
export type NameCore = {
  readonly core: string
  /** Endings that are no other product: "for Android", "(Beta)", "SSO". */
  readonly suffixes: readonly string[]
  /** Free text behind a dash, colon or bar: "AI meeting notes". */
  readonly tagline: string | null
  /** The publisher that the name itself states: "… by Acme". */
  readonly by: string | null
}

const SUFFIX_WORDS = new Set(
  `app apps application sso saml saml2 oidc scim oauth oauth2 openid beta alpha preview production prod prd staging stage stg sandbox dev
   development test testing uat qa demo sync integration integrations connector connection plugin plug-in add-on addon add-in addin extension
   desktop mobile web webapp client login log-in signin sign-in android ios ipados iphone ipad mac macos windows linux chrome firefox edge browser
   official new legacy classic v1 v2 v3 api bot provisioning user-provisioning global eu us uk emea apac na gov enterprise cloud online
   oauth2.0 2.0 3.0 internal corporate company employees staff account accounts 2022 2023 2024 2025 2026`.split(/\s+/),
)
const FOR = /^(.*\S)\s+(?:for|on|in)\s+(\S.*)$/i
const BY = /^(.*\S)\s+(?:by|from)\s+(\S.*)$/i
const BRACKETS = /[([{]([^()[\]{}]*)[)\]}]/g
// A dash or bar with space around it, or a colon behind a word.
const TAGLINE = /^(.+?)(?:\s+[-–—|•·/]\s+|:\s+)(.+)$/

/** Reads the product's part of an app name: `Slack for Android (Beta)` -> `Slack`. Reads the first 512 characters. */
export function nameCore(name: string): NameCore {
  const suffixes: string[] = []
  let tagline: string | null = null
  let by: string | null = null
  let core = name.slice(0, LONGEST_TEXT).replace(BRACKETS, (_, inside: string) => {
    suffixes.push(inside.trim())
    return ' '
  })
  core = core.trim() === '' ? name.slice(0, LONGEST_TEXT).trim() : core.trim()
  const parts = TAGLINE.exec(core)
  if (parts?.[1] !== undefined && parts[2] !== undefined) {
    if (isSuffix(parts[1])) {
      suffixes.push(parts[1])
      core = parts[2]
    } else if (isSuffix(parts[2])) {
      suffixes.push(parts[2])
      core = parts[1]
    } else {
      tagline = parts[2]
      core = parts[1]
    }
  }
  const made = BY.exec(core)
  if (made?.[1] !== undefined && made[2] !== undefined) {
    core = made[1]
    by = made[2]
  }
  const meant = FOR.exec(core)
  if (meant?.[1] !== undefined && meant[2] !== undefined) {
    core = meant[1]
    suffixes.push(`for ${meant[2]}`)
  }
  return { ...withoutSuffixWords(core, suffixes), tagline, by }
}

function isSuffix(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[\s,/&+]+/)
    .every((word) => SUFFIX_WORDS.has(word))
}

function withoutSuffixWords(core: string, before: readonly string[]): { core: string; suffixes: readonly string[] } {
  const words = core.split(/\s+/)
  let end = words.length
  while (end > 1 && isSuffix((words[end - 1] ?? '').replace(/[-–—_,.]+$/, ''))) end -= 1
  const kept = words
    .slice(0, end)
    .join(' ')
    .replace(/[\s\-–—_,:|]+$/, '')
  return { core: kept, suffixes: end < words.length ? [...before, words.slice(end).join(' ')] : before }
}
