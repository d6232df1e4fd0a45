import { uploadForm } from '../imports/upload-form.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** Before anything was read: which source would fill the page, and the way in that needs no credentials. */
export function emptyPage(): Html {
  return html`<div class="narrow">
    <h1>Nothing was read yet</h1>
    <p class="lead">
      Daylight compares what people sign in to and what the company pays for with what was approved. It needs at least
      one place to look at.
    </p>
    <section class="panel" aria-labelledby="start">
      <h2 id="start">Start with a statement</h2>
      <p>
        A card, bank or expense export as CSV shows what is paid for. No credentials are needed, and you see what is
        read before anything is stored.
      </p>
      ${uploadForm()}
    </section>
    <section class="panel" aria-labelledby="sources">
      <h2 id="sources">Or connect a source</h2>
      <dl class="facts">
        <div>
          <dt>Google Workspace</dt>
          <dd>
            which apps people gave access to, and to what. Set <code>GOOGLE_SERVICE_ACCOUNT_FILE</code> and
            <code>GOOGLE_ADMIN_SUBJECT</code>; connectors/google/README.md says what to grant.
          </dd>
        </div>
        <div>
          <dt>Microsoft Entra</dt>
          <dd>
            enterprise apps, consents and assignments. Set <code>MICROSOFT_TENANT_ID</code>,
            <code>MICROSOFT_CLIENT_ID</code> and a secret or certificate; connectors/microsoft/README.md says what to
            grant.
          </dd>
        </div>
        <div>
          <dt>App list</dt>
          <dd>a CSV of single-sign-on apps from the Okta, Entra or Google console, uploaded above.</dd>
        </div>
        <div>
          <dt>Inventory</dt>
          <dd>what was approved: <a href="/inventory">upload a CSV or add tools one by one</a>.</dd>
        </div>
      </dl>
    </section>
  </div>`
}
