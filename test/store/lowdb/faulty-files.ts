import { diskFiles } from '#src/store/lowdb/files.ts'
import type { Files, NewFile } from '#src/store/lowdb/files.ts'

/** `short` takes half of the bytes of a write, and has no space for the rest. */
export type Fault = 'ENOSPC' | 'EDQUOT' | 'EIO' | 'EROFS' | 'EACCES' | 'EMFILE' | 'short'

/** The disk, with one step that fails. */
export type FaultyFiles = {
  readonly files: Files
  /** The steps since the last arming, in order. */
  readonly steps: string[]
  /** Whether a step failed since the last arming. */
  readonly fired: boolean
  /** Lets the nth step from now fail, and those after it when the fault is lasting; 0 lets none fail. */
  arm(nth: number, fault: Fault, span?: Span): void
}

/** Which steps fail: the one; all from then on; all from then on that are of the same kind. */
type Span = 'once' | 'lasting' | 'lasting of its kind'

export function faultyFiles(): FaultyFiles {
  const steps: string[] = []
  let plan: { nth: number; fault: Fault; span: Span } = { nth: 0, fault: 'EIO', span: 'once' }
  let fired = false

  function step(name: string): Fault | null {
    steps.push(name)
    if (!isDue(name)) return null
    fired = true
    return plan.fault
  }
  function isDue(name: string): boolean {
    const { nth, span } = plan
    if (nth === 0 || steps.length < nth) return false
    switch (span) {
      case 'once':
        return steps.length === nth
      case 'lasting':
        return true
      case 'lasting of its kind':
        return name === steps[nth - 1]
      default:
        return span satisfies never
    }
  }
  async function run<T>(name: string, act: () => Promise<T>): Promise<T> {
    const fault = step(name)
    if (fault) throw systemError(fault, name)
    return act()
  }
  function faulty(file: NewFile): NewFile {
    return {
      async write(bytes) {
        const fault = step('write')
        if (!fault) return file.write(bytes)
        const half = Math.floor(bytes.length / 2)
        if (fault === 'short' && half > 0 && plan.span === 'once') {
          plan = { nth: steps.length + 1, fault: 'short', span: 'lasting' }
          return file.write(bytes.subarray(0, half))
        }
        throw systemError(fault, 'write')
      },
      sync: () => run('sync', () => file.sync()),
      truncate: (length) => run('truncate', () => file.truncate(length)),
      // The descriptor is let go in any case, as the kernel does.
      close: async () => {
        await file.close()
        await run('close', async () => undefined)
      },
    }
  }
  return {
    steps,
    get fired() {
      return fired
    },
    arm(nth, fault, span = 'once') {
      steps.length = 0
      fired = false
      plan = { nth, fault, span }
    },
    files: {
      create: (path) => run('create', async () => faulty(await diskFiles.create(path))),
      rename: (from, to) => run('rename', () => diskFiles.rename(from, to)),
      remove: (path) => run('remove', () => diskFiles.remove(path)),
      syncFolder: (path) => run('syncFolder', () => diskFiles.syncFolder(path)),
    },
  }
}

function systemError(fault: Fault, syscall: string): Error {
  const code = fault === 'short' ? 'ENOSPC' : fault
  return Object.assign(new Error(`${code}: made up for a test, ${syscall}`), { code, syscall })
}
