import { openAsBlob } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { googleSettings } from '#test/support/cli-sources.ts'
import { ROOT, openCliFolder } from '#test/support/cli.ts'
import { startFakeGoogle } from '#test/support/fake-google.ts'
import { companyOf, statementOf } from './company.ts'

// Measures for how long the pages of a server are held up by a scan, an import and decisions of a large company, while
// somebody looks at them: `npm run bench:serve`. PEOPLE, GRANTS, APPS and ROWS change the size.

const size = (name: string, value: number): number => Number(process.env[name] ?? value)
const company = { people: size('PEOPLE', 5000), grantsEach: size('GRANTS', 40), apps: size('APPS', 1200) }
const rows = size('ROWS', 200_000)
// What an upload leaves to be worked out when it is answered.
const AFTER_MS = size('AFTER_MS', 15_000)
const PAGES = ['/', '/apps', '/findings', '/scans', '/api/v1/apps', '/readyz']
const scan = z.object({
  status: z.string(),
  apps: z.int(),
  findings: z.object({ open: z.int() }),
  sources: z.array(z.object({ observations: z.int() })),
})
const scans = z.object({ items: z.array(scan) })
const TOOLS = 5000

await using folder = await openCliFolder()
await using google = await startFakeGoogle({ ...companyOf(company), pageSize: 500 })
const running = folder.start(['serve'], {
  env: { ...(await googleSettings(folder, google)), DAYLIGHT_PORT: '0' },
  program: [
    process.execPath,
    ...flags(),
    '--import',
    join(ROOT, 'test/bench/serve/loop-watch.ts'),
    join(ROOT, 'src/main.ts'),
  ],
})
const [, url = ''] = await running.said(/Daylight is at (http:\S+)\n/)
let heard = ''
running.child.stderr.on('data', (chunk: Buffer) => (heard += chunk.toString()))

function flags(): readonly string[] {
  return process.env['CPU_PROF'] === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${process.env['CPU_PROF']}`]
}

/** Does a part of the work while somebody looks at pages, and says how long they were held up. */
async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  await tellHeldUp()
  const looking = new AbortController()
  const latencies: number[] = []
  const looker = look(looking.signal, latencies)
  const before = performance.now()
  await work()
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  looking.abort()
  await looker
  const sorted = latencies.toSorted((a, b) => a - b)
  const pages = `${sorted.length} pages, p50 ${ms(sorted, 0.5)}, p99 ${ms(sorted, 0.99)}, max ${ms(sorted, 1)}`
  console.log(`${what}: ${seconds} s; ${await tellHeldUp()}; ${pages}`)
}

function ms(sorted: readonly number[], part: number): string {
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0)} ms`
}

async function look(signal: AbortSignal, latencies: number[]): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    const before = performance.now()
    const answer = await fetch(`${url}${PAGES[turn % PAGES.length]}`, { headers: { accept: 'text/html' } })
    await answer.arrayBuffer()
    latencies.push(performance.now() - before)
    await sleep(50)
  }
}

async function tellHeldUp(): Promise<string> {
  const from = heard.length
  running.child.kill('SIGUSR2')
  for (;;) {
    const said = /held up (\{.*\})\n/.exec(heard.slice(from))?.[1]
    if (said !== undefined) return said
    await sleep(10)
  }
}

async function runScan(): Promise<void> {
  await fetch(`${url}/api/v1/scans`, { method: 'POST' })
  for (;;) {
    const { items } = scans.parse(await (await fetch(`${url}/api/v1/scans`)).json())
    if (items[0] !== undefined && items[0].status !== 'running') {
      const { status, apps, findings, sources } = items[0]
      console.log(`  ${status}: ${sources[0]?.observations} observations, ${apps} apps, ${findings.open} findings`)
      return
    }
    await sleep(200)
  }
}

async function upload(): Promise<void> {
  const path = join(folder.path, 'statement.csv')
  await writeFile(path, [...statementOf(rows)].join(''))
  const body = await openAsBlob(path)
  const answer = await fetch(`${url}/api/v1/imports?name=statement.csv&account=card`, { method: 'POST', body })
  if (!answer.ok) throw new Error(await answer.text())
  await answer.text()
  await sleep(AFTER_MS)
}

async function uploadInventory(): Promise<void> {
  const lines = Array.from({ length: TOOLS }, (_, row) => `Quill Works ${row},approved,owner${row % 50}@acme.example`)
  const form = new FormData()
  form.append('file', new Blob([['tool,status,owner', ...lines, ''].join('\n')]), 'tools.csv')
  const answer = await fetch(`${url}/inventory/upload`, { method: 'POST', body: form })
  if (!answer.ok) throw new Error(await answer.text())
  await answer.text()
  await sleep(AFTER_MS)
}

async function decide(): Promise<void> {
  const times: number[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    const before = performance.now()
    const answer = await fetch(`${url}/api/v1/inventory`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tool: `Zephyr Works ${turn * 2 + 1}`, status: 'approved' }),
    })
    await answer.text()
    times.push(performance.now() - before)
  }
  const sorted = times.toSorted((a, b) => a - b)
  console.log(`  a decision answers after p50 ${ms(sorted, 0.5)}, max ${ms(sorted, 1)}`)
}

console.log(`${company.people} people x ${company.grantsEach} grants, ${company.apps} apps; ${rows} rows`)
await measure('first scan', runScan)
await measure('second scan', runScan)
await measure('import', upload)
await measure('20 decisions', decide)
await measure(`inventory of ${TOOLS}`, uploadInventory)
running.child.kill('SIGTERM')
const { code, stderr } = await running.ended
const said = stderr.split('\n').filter((line) => !line.startsWith('held up') && line !== '')
console.log(`ended with ${code}; said: ${said.join(' | ').slice(0, 2000)}`)
