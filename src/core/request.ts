export const REQUEST_STATES = ['asked', 'approved', 'declined', 'withdrawn'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** Somebody asks for a tool: the start of the path to yes. */
export type ToolRequest = {
  readonly id: string
  readonly tool: string
  /** Product or app id when known. */
  readonly app: string | null
  readonly purpose: string
  readonly seats: number | null
  /** ISO date by which it is needed. */
  readonly neededBy: string | null
  readonly dataType: 'none' | 'internal' | 'customer' | 'personal' | null
  readonly askedBy: string
  readonly askedAt: string
  readonly state: RequestState
  /** Others who asked for the same. */
  readonly joinedBy: readonly string[]
  readonly answer: { readonly by: string; readonly at: string; readonly reason: string } | null
}
