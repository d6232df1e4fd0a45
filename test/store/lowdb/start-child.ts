import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A child process that runs one of the scripts in `children`, or the one at a URL, on plain node. */
export function start(script: string, ...args: readonly string[]) {
  const path = fileURLToPath(new URL(script, new URL('children/', import.meta.url)))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const lines: string[] = []
  const reader = createInterface(child.stdout)
  const closed = once(reader, 'close')
  reader.on('line', (line) => lines.push(line))
  return {
    pid: child.pid,
    /** All that it has said so far. */
    lines,
    async firstLine(): Promise<string> {
      if (lines.length === 0) await Promise.race([once(reader, 'line'), closed])
      return lines[0] ?? ''
    },
    /** Lets it come to its own end, and says how that was: the signal or the exit code. */
    async end(): Promise<string> {
      child.stdin.end()
      await Promise.all([ended, closed])
      return child.signalCode ?? String(child.exitCode)
    },
    /** Kills it, and says how it ended: it may have come to its own end before. */
    async kill(): Promise<string> {
      child.kill('SIGKILL')
      await Promise.all([ended, closed])
      return child.signalCode ?? String(child.exitCode)
    },
  }
}
