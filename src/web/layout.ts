import { html } from './html.ts'
import type { Html } from './html.ts'
import { icon } from './components/icon.ts'
import { VERSION } from './version.ts'

/** The places of the navigation, in order. */
const SECTIONS = [
  ['/', 'Overview'],
  ['/findings', 'Findings'],
  ['/apps', 'Apps'],
  ['/inventory', 'Inventory'],
  ['/check', 'Check'],
  ['/shortlist', 'Shortlist'],
  ['/requests', 'Requests'],
  ['/imports', 'Imports'],
  ['/scans', 'Scans'],
] as const
export type Section = (typeof SECTIONS)[number][0]

export type Layout = {
  readonly title: string
  /** The section that is marked in the navigation; null on pages outside of it. */
  readonly section: Section | null
  readonly sample: boolean
  /** Whether what follows from the latest decision is still being worked out. */
  readonly workingOut: boolean
  /** Seconds after which the page loads itself anew; null for pages that stand. */
  readonly refreshSeconds: number | null
}

/** A whole page around its content. */
export function layout({ title, section, sample, workingOut, refreshSeconds }: Layout, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${refreshSeconds === null ? '' : html`<meta http-equiv="refresh" content="${refreshSeconds}" />`}
        <title>${title} · Daylight</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="top">
          <a class="brand" href="/" aria-label="Daylight, overview"
            ><img src="/assets/icon.svg" width="24" height="24" alt="" /><span>Daylight</span></a
          >
          <nav aria-label="Main">${SECTIONS.map(([href, name]) => navLink(href, name, section))}</nav>
        </header>
        ${sample ? sampleBanner() : ''} ${workingOut ? workingOutBanner() : ''}
        <main id="content">${content}</main>
        <footer>
          <p>
            Daylight ${VERSION} · <a href="/docs">API</a> · <a href="/openapi.json">OpenAPI document</a> · Everything
            stays on this machine.
          </p>
        </footer>
      </body>
    </html>`
}

function navLink(href: Section, name: string, section: Section | null): Html {
  return html`<a href="${href}" ${href === section ? html`aria-current="page"` : ''}>${name}</a>`
}

function workingOutBanner(): Html {
  return html`<aside class="working-out" aria-label="Being worked out" role="status">
    ${icon('clock')}
    <p>
      <strong>Your latest decision is stored.</strong> What follows from it is still being worked out; load the page
      again in a moment to see it.
    </p>
  </aside>`
}

function sampleBanner(): Html {
  return html`<aside class="sample" aria-label="Sample data">
    ${icon('eye')}
    <p>
      <strong>Sample data of a made-up company.</strong> Look around; nothing here is real.
      <a href="/imports">Import a statement of your own</a> and the sample is gone.
    </p>
  </aside>`
}
