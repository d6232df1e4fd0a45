import { expect, test } from 'vitest'
import { identifyLine } from '#shapes/identify-line.ts'
import { openCliFolder } from '#test/support/cli.ts'
import { microsoftSettings } from '#test/support/cli-sources.ts'
import { startTenant } from '#test/support/microsoft.ts'
import { GALLERY_TENANT } from '#test/support/small-gallery.ts'

test('a scan learns the gallery, and identify, check and apps answer from it', async () => {
  await using graph = await startTenant(GALLERY_TENANT)
  await using folder = await openCliFolder()
  const env = microsoftSettings(graph)
  expect(await folder.run(['scan', '--json'], { env })).toMatchObject({ code: 0 })

  const input = 'Wolkenkram Notes\nwolkenkram.example\nFABRIKAM TIMESHEETS 8005551234 CA\nAutumn bakery\n'
  const identified = await folder.run(['identify'], { input })
  const lines = identified.stdout
    .trimEnd()
    .split('\n')
    .map((line) => identifyLine.parse(JSON.parse(line)))
  expect(
    lines.map(({ app, name, vendor, domain, attribution }) => ({ app, name, vendor, domain, attribution })),
  ).toEqual([
    {
      app: 'app-wolkenkram-example',
      name: 'Wolkenkram Notes',
      vendor: 'Wolkenkram GmbH',
      domain: 'wolkenkram.example',
      attribution: 'name-only',
    },
    {
      app: 'app-wolkenkram-example',
      name: 'Wolkenkram Notes',
      vendor: 'Wolkenkram GmbH',
      domain: 'wolkenkram.example',
      attribution: 'domain',
    },
    {
      app: 'app-fabrikam-timesheets-eeeeeeee',
      name: 'Fabrikam Timesheets',
      vendor: 'Fabrikam Timesheets',
      domain: null,
      attribution: 'descriptor',
    },
    { app: null, name: null, vendor: null, domain: null, attribution: null },
  ])

  const checked = await folder.run(['check', 'wolkenkram notes', '--json'])
  expect(JSON.parse(checked.stdout)).toMatchObject({ app: 'app-wolkenkram-example', name: 'Wolkenkram Notes' })

  const apps = await folder.run(['apps', '--format', 'json'])
  expect(apps.stdout).toMatch(/"app":"slack","name":"Slack"/)
  expect(apps.stdout).toMatch(/"name":"Wolkenkram Notes"/)
  expect(apps.stdout).not.toMatch(/"name":"(?:Company talk|Team scribbles)"/)
})

test('a Graph that refuses the gallery is told, and the scan is complete all the same', async () => {
  await using graph = await startTenant(GALLERY_TENANT, {
    fault: ({ resource }) => (resource === 'applicationTemplates' ? { kind: 'status', status: 403 } : null),
  })
  await using folder = await openCliFolder()
  const ran = await folder.run(['scan', '--json'], { env: microsoftSettings(graph) })
  expect(ran.code).toBe(0)
  expect(JSON.parse(ran.stdout.trimEnd())).toMatchObject({
    status: 'complete',
    sources: [{ source: 'microsoft', status: 'complete', coverage: [{ subject: 'applicationTemplates' }] }],
  })
})
