import type { Capability } from '../catalogue.ts'
import type { Member } from './member.ts'

/** What speaks for keeping a tool that would go: said beside the saving, so that nobody decides on one side alone. */
export function caseForKeeping(member: Member, keep: readonly Member[], capabilities: readonly Capability[]): string[] {
  const { name } = member.app
  const kept = keep.map(({ app }) => app.name).join(' and ')
  const lines: string[] = []
  const alone = [...member.people].filter((person) => !keep.some((other) => other.people.has(person))).length
  if (alone > 0)
    lines.push(
      `${name}: ${alone} of ${member.people.size} people ${alone === 1 ? 'does' : 'do'} not use ${kept} yet and would have to move`,
    )
  const covered = new Set(keep.flatMap((other) => other.capabilities))
  const only = member.capabilities.filter((capability) => !covered.has(capability))
  if (only.length > 0) {
    const names = only.map((id) => capabilities.find((capability) => capability.id === id)?.name ?? id)
    lines.push(`${name}: does what ${kept} does not, as far as the catalogue knows: ${names.join(', ')}`)
  }
  if (member.decided) lines.push(`${name}: the company decided for it (${member.app.standing})`)
  if (member.people.size > Math.max(...keep.map((other) => other.people.size))) {
    lines.push(`${name}: more people use it than ${kept}`)
  }
  return lines.length > 0 ? lines : [`${name}: nothing that is recorded here speaks for keeping it; ask its people`]
}
