import { ConnectorError } from '#core/connector.ts'
import { StoreError } from '#core/store.ts'
import { ConfigError } from '#src/config.ts'

/** An error as one thread tells it to another: cloning would keep its words, and lose what kind it is. */
export type Trouble =
  | { readonly kind: 'store'; readonly code: StoreError['code']; readonly message: string }
  | { readonly kind: 'connector'; readonly code: ConnectorError['code']; readonly message: string }
  | { readonly kind: 'config'; readonly problems: readonly string[] }
  | { readonly kind: 'aborted'; readonly message: string }
  /** Our own mistake, with the place where it was made. */
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | null }

export function toTrouble(error: unknown): Trouble {
  if (error instanceof StoreError) return { kind: 'store', code: error.code, message: error.message }
  if (error instanceof ConnectorError) return { kind: 'connector', code: error.code, message: error.message }
  if (error instanceof ConfigError) return { kind: 'config', problems: error.problems }
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'aborted', message: error.message }
  if (error instanceof Error) return { kind: 'bug', message: error.message, stack: error.stack ?? null }
  return { kind: 'bug', message: String(error), stack: null }
}

export function toError(trouble: Trouble): Error {
  switch (trouble.kind) {
    case 'store':
      return new StoreError(trouble.code, trouble.message)
    case 'connector':
      return new ConnectorError(trouble.code, trouble.message)
    case 'config':
      return new ConfigError(trouble.problems)
    case 'aborted':
      return new DOMException(trouble.message, 'AbortError')
    case 'bug': {
      const error = new Error(trouble.message)
      if (trouble.stack !== null) error.stack = trouble.stack
      return error
    }
    default:
      return trouble satisfies never
  }
}
