import type { Risk, ScopeFacts } from '#core/scope.ts'
import { raised } from './entry.ts'

// Kinds of resource, by the first part of a Graph permission's name up to `-`: what they hold decides the risk.
// content: what people wrote or said · control: who may do what · personal: about people · security: logs and alerts.
const CONTENT = words(
  'Mail MailboxItem MailboxFolder Files Sites Lists ListItems Notes ShortNotes Chat ChatMessage ChannelMessage CallRecordings CallTranscripts CallRecord OnlineMeetingTranscript OnlineMeetingRecording OnlineMeetingAiInsight eDiscovery EngagementConversation EngagementMeetingConversation FileStorageContainer CopilotConversation AiEnterpriseInteraction SubjectRightsRequest UserCloudClipboard RecordsManagement Content SecurityAnalyzedMessage SentimentSurvey',
)
const CONTROL = words(
  'Directory RoleManagement RoleManagementPolicy RoleManagementAlert RoleAssignmentSchedule RoleEligibilitySchedule Application AppRoleAssignment DelegatedPermissionGrant DelegatedAdminRelationship PermissionGrant Policy Domain PrivilegedAccess PrivilegedAssignmentSchedule PrivilegedEligibilitySchedule UserAuthMethod UserAuthenticationMethod IdentityProvider IdentityUserFlow CustomAuthenticationExtension TrustFrameworkKeySet AuthenticationContext PublicKeyInfrastructure MutualTlsOauthConfiguration AppCertTrustConfiguration EntraBackup BackupRestore EntitlementManagement LifecycleWorkflows MultiTenantOrganization OnPremDirectorySynchronization OnPremisesPublishingProfiles Synchronization SynchronizationData AgentIdentity AgentIdentityBlueprint AgentIdentityBlueprintPrincipal AgentIdUser GroupMember AdministrativeUnit NetworkAccess NetworkAccessPolicy SignInIdentifier BitlockerKey DeviceLocalCredential DeviceManagementManagedDevices DeviceManagementConfiguration DeviceManagementApps DeviceManagementRBAC DeviceManagementScripts DeviceManagementServiceConfig SecurityIdentitiesUserActions SecurityActions ServicePrincipalEndpoint PreAuthorizationGrant CrossTenantUserProfileSharing',
)
const PERSONAL = words(
  'User People Contacts Calendars Tasks Presence Profile ProfilePhoto Group Member OrgContact Family Bookings BookingsAppointment OnlineMeetings OnlineMeetingArtifact CallRecords CallEvents Schedule EduRoster EduAssignments EduAdministration UserShiftPreferences UserActivity PeopleSettings VirtualEvent VirtualAppointment LearningAssignedCourse UserTeamwork TeamMember ChannelMember ChatMember ExternalUserProfile CustomSecAttributeAssignment',
)
const SECURITY = words(
  'AuditLog AuditLogsQuery AuditActivity Reports SecurityEvents SecurityAlert SecurityIncident ThreatHunting ThreatIntelligence ThreatIndicators ThreatSubmission IdentityRiskEvent IdentityRiskyUser IdentityRiskyServicePrincipal ProvisioningLog CloudApp ExchangeMessageTrace DirectoryRecommendations InformationProtectionContent',
)

type Kind = 'content' | 'control' | 'personal' | 'security' | 'other'
type Operation = 'basic' | 'read' | 'write'

// What one person's consent opens. An application permission opens it for everybody: one risk more.
const DELEGATED: Readonly<Record<Kind, Readonly<Record<Operation, Risk>>>> = {
  content: { basic: 'medium', read: 'high', write: 'high' },
  control: { basic: 'low', read: 'medium', write: 'critical' },
  personal: { basic: 'low', read: 'medium', write: 'medium' },
  security: { basic: 'medium', read: 'medium', write: 'high' },
  other: { basic: 'low', read: 'low', write: 'medium' },
}

// Constraints that leave an app only what it was given, picked or made itself.
const NARROW = new Set(['Selected', 'AppFolder', 'OwnedBy', 'CreatedByApp', 'ManagedBy', 'WhereInstalled'])
// Operations that change nothing: `Read` with a refinement of what is read, but not `ReadWrite` or `ReadApprove`.
const READS = /^(?:Read(?!Write|Update|Approve)|Evaluate$|Compute$)/

/**
 * What a permission's name says by Graph's grammar, `Resource[-Part].Operation[.Constraint]`; null when the text is no
 * such name. https://learn.microsoft.com/graph/permissions-overview#permissions-naming-pattern
 */
export function derivePermission(name: string, access: 'delegated' | 'application'): Omit<ScopeFacts, 'scope'> | null {
  const match = /^([A-Za-z][A-Za-z0-9]*)((?:-[A-Za-z0-9]+)*)\.([A-Za-z]+)((?:\.[A-Za-z0-9]+)*)$/.exec(name)
  if (match === null) return null
  const [, resource = '', part = '', verb = '', constraints = ''] = match
  const kind = kindOf(resource)
  const operation = operationOf(verb)
  const narrow = constraints.split('.').some((constraint) => NARROW.has(constraint))
  const what = `${resource}${part}`.replace(/-/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')
  const how = operation === 'write' ? 'read and change' : operation === 'basic' ? 'see the outline of' : 'read'
  return {
    risk: narrow ? narrowed(access) : widened(DELEGATED[kind][operation], access),
    means: `${how} ${what}${narrow ? ', only what it was given or made' : ''} (${name}; worked out from the name)`,
    data: [kind === 'other' ? 'settings' : kind],
    writes: operation === 'write',
  }
}

function narrowed(access: 'delegated' | 'application'): Risk {
  return access === 'application' ? 'medium' : 'low'
}

function widened(risk: Risk, access: 'delegated' | 'application'): Risk {
  return access === 'application' ? raised(risk) : risk
}

function kindOf(resource: string): Kind {
  if (CONTENT.has(resource)) return 'content'
  if (CONTROL.has(resource)) return 'control'
  if (PERSONAL.has(resource)) return 'personal'
  return SECURITY.has(resource) ? 'security' : 'other'
}

function operationOf(verb: string): Operation {
  if (!READS.test(verb)) return 'write'
  return verb === 'ReadBasic' || verb === 'ReadAnonymous' ? 'basic' : 'read'
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
