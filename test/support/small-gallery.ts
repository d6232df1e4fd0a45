import type { FakeTenant } from './fake-graph.ts'
import { ana, consent, graphApp, TENANT, thirdParty } from './microsoft.ts'

const NOTES_TEMPLATE = 'eeeeeeee-0000-4000-8000-000000000001'
const SLACK_TEMPLATE = 'eeeeeeee-0000-4000-8000-000000000002'

/** A tenant with two apps from the gallery under names of their own, and one that only bears a name of the gallery. */
export const GALLERY_TENANT: FakeTenant = {
  users: [ana],
  servicePrincipals: [
    graphApp,
    thirdParty('sp-notes', {
      displayName: 'Team scribbles',
      appOwnerOrganizationId: TENANT,
      applicationTemplateId: NOTES_TEMPLATE,
    }),
    thirdParty('sp-slack', {
      displayName: 'Company talk',
      appOwnerOrganizationId: TENANT,
      applicationTemplateId: SLACK_TEMPLATE,
    }),
    thirdParty('sp-sheets', { displayName: 'Fabrikam Timesheets' }),
  ],
  oauth2PermissionGrants: [consent('g1', 'sp-sheets', 'u-ana', 'User.Read')],
  applicationTemplates: [
    {
      id: NOTES_TEMPLATE,
      displayName: 'Wolkenkram Notes',
      homePageUrl: 'https://wolkenkram.example',
      publisher: 'Wolkenkram GmbH',
    },
    { id: SLACK_TEMPLATE, displayName: 'Slack', homePageUrl: 'https://slack.com', publisher: 'Slack Technologies' },
    {
      id: 'eeeeeeee-0000-4000-8000-000000000003',
      displayName: 'Fabrikam Timesheets',
      homePageUrl: null,
      publisher: null,
    },
  ],
}
