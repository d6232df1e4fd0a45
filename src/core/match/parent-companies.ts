// Companies whose products the catalogue lists under their own name although another company has bought them: either signs as
// publisher. The vendor first, then its parents, squeezed; by the companies' own announcements.
const PARENTS = `linkedin microsoft, github microsoft, nuance microsoft, activision microsoft, mojang microsoft, npm github microsoft,
  slack salesforce, slacktechnologies salesforce, tableau salesforce, tableausoftware salesforce, mulesoft salesforce, heroku salesforce, own salesforce,
  ownbackup salesforce, spiff salesforce, informatica salesforce, splunk cisco, duo cisco, duosecurity cisco, meraki cisco, appdynamics cisco,
  thousandeyes cisco, opendns cisco, webex cisco, mailchimp intuit, creditkarma intuit, tsheets intuit, workfront adobe, frameio adobe, marketo adobe,
  magento adobe, behance adobe, semrush adobe, looker google, wiz google, mandiant google, youtube google, kaggle google, firebase google, fitbit google,
  google alphabet, appsheet google, redhat ibm, hashicorp ibm, apptio ibm, datastax ibm, confluent ibm, netsuite oracle, eloqua oracle, cerner oracle,
  concur sap, successfactors sap, ariba sap, leanix sap, signavio sap, emarsys sap, walkme sap, smartrecruiters sap, auth0 okta, loom atlassian,
  trello atlassian, opsgenie atlassian, statuspage atlassian, thebrowsercompany atlassian, vmware broadcom, symantec broadcom, carbonblack broadcom,
  citrix cloudsoftwaregroup, sharefile progress progresssoftware, hellosign dropbox, docsend dropbox, lastpass goto logmein, logmein goto,
  whatsapp meta facebook, instagram meta facebook, facebook meta, meta facebook, aws amazon, amazonwebservices amazon, twitch amazon, audible amazon,
  grammarly superhuman, superhuman grammarly, coda grammarly superhuman, evernote bendingspoons, meetup bendingspoons, wetransfer bendingspoons, issuu bendingspoons,
  brightcove bendingspoons, vimeo bendingspoons, streamyard bendingspoons, segment twilio, sendgrid twilio, authy twilio, drift salesloft, chorus zoominfo,
  datto kaseya, itglue kaseya, pingdom solarwinds, papertrail solarwinds, postmark activecampaign, mailgun sinch, mailjet sinch, clearbit hubspot,
  affinity canva, leonardoai canva, adaptiveinsights workday, peakon workday, sana workday, evisort workday, moveworks servicenow,
  streamlit snowflake, neon databricks, paradox workday, workvivo zoom, getapp gartner, capterra gartner, xing newwork,
  nordvpn nordsecurity, surfshark nordsecurity, tumblr automattic, woocommerce automattic, cloudapp zight, bluejeans verizon, zipwhip twilio,
  cylance arcticwolf, recordedfuture mastercard, cyberark paloaltonetworks, venafi cyberark paloaltonetworks, demisto paloaltonetworks,
  getfeedback surveymonkey, usabilla surveymonkey, momentive surveymonkey, hotjar contentsquare, heap contentsquare`

const BY_VENDOR: ReadonlyMap<string, readonly string[]> = new Map(
  PARENTS.split(',').map((line) => {
    const [vendor = '', ...parents] = line.trim().split(/\s+/)
    return [vendor, parents]
  }),
)

const NONE: readonly string[] = []

/** The companies that own a vendor, squeezed; empty where none is known. */
export function parentsOf(vendor: string): readonly string[] {
  return BY_VENDOR.get(vendor) ?? NONE
}
