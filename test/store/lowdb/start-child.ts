import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A child process that runs one of the scripts in `children` on plain node. */
export function start(script: string, ...args: readonly string[]) {
  const path = fileURLToPath(new URL(`children/${script}`, import.meta.url))
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
    /** Lets it come to its own end. */
    async end(): Promise<void> {
      child.stdin.end()
      await Promise.all([ended, closed])
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await Promise.all([ended, closed])
    },
  }
}
