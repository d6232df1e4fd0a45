#!/usr/bin/env node
// The machine's own node may be too old to run TypeScript. The pinned one comes with `npm ci`; hand over to it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 24 || (major === 24 && minor >= 12)) {
  process.argv[1] = main
  await import('./main.ts')
} else {
  const pinned = fileURLToPath(
    new URL(
      process.platform === 'win32' ? '../node_modules/node/bin/node.exe' : '../node_modules/node/bin/node',
      import.meta.url,
    ),
  )
  if (!existsSync(pinned)) {
    console.error(
      `daylight: needs Node 24.12 or newer, and this is ${process.versions.node}; run npm ci in the project folder first`,
    )
    process.exit(1)
  }
  const child = spawn(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal) process.kill(process.pid, signal)
    process.exitCode = code ?? 1
  })
}
