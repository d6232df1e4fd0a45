// npm run hardening: `-- --only kills,power --seed 7 --times 100`. Prints a table; exits with 1 where a promise was broken.
import { parseArgs } from 'node:util'
import { EXPERIMENTS } from './experiments.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, seed: { type: 'string' }, times: { type: 'string' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const only = values.only?.split(',') ?? Object.keys(EXPERIMENTS)

for (const [name, { run, times, about }] of Object.entries(EXPERIMENTS)) {
  if (!only.includes(name)) continue
  const began = performance.now()
  const { counted, wrong } = await run({ seed, times: Number(values.times ?? times) })
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  const figures = Object.entries(counted).map(([what, count]) => `${what} ${count}`)
  console.log(
    `${name}: ${about}; seed ${seed}, ${seconds} s: ${[...figures, `broken promises ${wrong.length}`].join(', ')}`,
  )
  for (const what of wrong.slice(0, 20)) console.log(`  ${what}`)
  if (wrong.length > 0) {
    console.log(`  again with: npm run hardening -- --only ${name} --seed ${seed}`)
    process.exitCode = 1
  }
}
