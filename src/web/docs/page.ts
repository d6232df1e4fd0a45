import { table } from '../components/table.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import type { Operation } from './read-operations.ts'

export function docsPage(operations: readonly Operation[]): Html {
  return html`<div class="page-head">
      <div>
        <h1>API</h1>
        <p class="lead">
          Everything on these pages is also JSON, described by the <a href="/openapi.json">OpenAPI 3.1 document</a>.
          Lists answer <code>?format=csv</code> and <code>?format=xlsx</code>, and page by <code>Link</code>. Who
          changes something sends the <code>ETag</code> that was read as <code>If-Match</code>. Problems are
          <code>application/problem+json</code>.
        </p>
      </div>
    </div>
    ${table({
      caption: 'Operations',
      quietCaption: true,
      columns: [{ head: 'Operation', isRowHead: true }, { head: 'What it does' }, { head: 'Parameters' }],
      rows: operations.map(({ method, path, summary, parameters }) => [
        html`<span class="method">${method}</span> <code class="path">${path}</code>`,
        summary,
        parameters.length === 0
          ? null
          : html`<ul class="parameters">
              ${parameters.map(
                ({ name, description, required }) =>
                  html`<li>
                    <code>${name}</code
                    >${required === true ? ' (needed)' : ''}${description === undefined ? '' : `: ${description}`}
                  </li>`,
              )}
            </ul>`,
      ]),
      empty: 'The document lists no operation.',
    })}`
}
