import type { CliFolder, Running } from './cli.ts'

const ANY_PORT = { DAYLIGHT_PORT: '0' }

type Served = Running & { readonly url: string }

/** Starts a server on any free port, and waits until it has said where it is. */
export async function serve(
  folder: CliFolder,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const running = folder.start(['serve', ...flags], { env: { ...ANY_PORT, ...env } })
  const [, url = ''] = await running.said(/Daylight is at (http:\S+)\n/)
  return { ...running, url }
}

export async function get(url: string, path: string): Promise<unknown> {
  return (await fetch(url + path)).json()
}

/** The page as text, as a browser asks for it. */
export async function page(url: string, path: string): Promise<string> {
  return (await fetch(url + path, { headers: { accept: 'text/html' } })).text()
}

/** Tells a server to stop; its exit code. */
export async function stop({ child, ended }: Running): Promise<number | null> {
  child.kill('SIGTERM')
  return (await ended).code
}
