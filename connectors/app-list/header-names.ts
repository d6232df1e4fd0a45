/**
 * Which headers say what, from the exports of the Okta, Entra and Google admin consoles and from lists people keep.
 * Written as `squeeze` leaves a header: lower case, letters and digits only. The earlier name wins where a file has
 * several columns for one field.
 */
export const HEADER_NAMES = {
  label: 'applicationlabel applabel appinstancelabel displaylabel label',
  name: `applicationname appname applicationdisplayname appdisplayname displayname application app apps applications
    appinstancename applicationinstancename appinstance applicationinstance instancename oauthappname oauthapp
    thirdpartyapp thirdpartyappname enterpriseapplication enterpriseapp enterpriseapplicationname clientname
    clientappname clientdisplayname serviceprincipalname serviceprincipaldisplayname resourcedisplayname saasapp
    saasapplication saas softwarename software toolname tool productname product integrationname integration
    servicename service name title anwendungsname anwendung anzeigename nomdelapplication nomdaffichage nom
    nombredelaaplicacion nombreparamostrar aplicacion nombre nomedoaplicativo nome naam applicatie`,
  catalogName: `catalogname catalogappname appcatalogname oktacatalogname cataloguename catalogkey oinapp oinname
    appdefinition appdefinitionname integrationkey applicationtemplatename templatename galleryname`,
  appId: `appid applicationid applicationclientid appclientid clientid oauthclientid oauth2clientid oauth20clientid
    oauthid googleclientid oktaappid oktaid appinstanceid applicationinstanceid instanceid clientidentifier
    applicationidclientid anwendungsid anwendungsidclientid iddapplication iddelapplication iddeaplicacion
    iddelaaplicacion`,
  id: 'id identifier key guid uuid',
  objectId: 'objectid serviceprincipalid serviceprincipalobjectid spobjectid objektid iddobjet iddeobjeto',
  entityId: `entityid samlentityid spentityid identifierurientityid identifierentityid identifieruri identifieruris
    issuer samlissuer audience audienceuri audiencerestriction serviceprincipalnames`,
  homepage: `homepageurl homepage webhomepageurl infohomepageurl website websiteurl url appurl applicationurl weburl
    link applicationlink applink vendorurl vendorwebsite startseitenurl urldepagedaccueil`,
  domain: 'domain domains domainname appdomain webdomain vendordomain',
  publisherDomain: 'publisherdomain verifiedpublisherdomain',
  replyUrl: `replyurl replyurls redirecturi redirecturis redirecturls redirecturl webredirecturis
    assertionconsumerserviceurl acsurl ssoacsurl samlacsurl`,
  loginUrl: 'loginurl signonurl singlesignonurl ssourl loginpage signinurl initiateloginuri initiatesignonuri',
  publisher: `publishername publisher verifiedpublisherdisplayname verifiedpublishername vendorname vendor developer
    developername manufacturer provider supplier company herausgeber editeur`,
  verified: `verifiedstatus verificationstatus verified isverified publisherverified isverifiedpublisher
    verifiedpublisher publisherverification`,
  appStatus: 'appstatus applicationstatus applicationstate appstate accountenabled isenabled enabledforuserstosignin',
  status: 'status state enabled active isactive lifecyclestatus etat estado zustand',
  signOn: `signonmode signonmethod signonmodes ssomode ssotype ssomethod sso signonpolicy singlesignonmode
    preferredsinglesignonmode authentication authenticationmethod authmethod protocol signinaudience`,
  type: `type apptype applicationtype serviceprincipaltype platform clienttype`,
  ownerTenant: 'appownerorganizationid appownertenantid appowneroganizationid ownertenantid',
  users: `assignedusers assignedusercount assigneduserscount usersassigned assignedusersnumber totalassignedusers
    numberofassignedusers numberofusers noofusers nrofusers usercount userscount userassignments totalusers users
    activeusers usersnumber peoplecount headcount assignments assignmentcount benutzer anzahlbenutzer utilisateurs
    usuarios`,
  login: `userlogin login oktalogin userprincipalname upn userupn userusername username userid userlogon
    primarylogin samaccountname`,
  email: `useremail useremailaddress email emailaddress mail primaryemail workemail assignedemail memberemail
    employeeemail emailid`,
  person: `assigneduser assignedto assignee user member person employee userdisplayname userfullname principalname
    principaldisplayname usersname`,
  appUser: 'appusername applicationusername appuser appaccount externalid',
  group: 'groupname group assignedgroup groups assignedgroups assignedviagroup assignmentgroup grantedthroughgroup',
  access: 'access useraccess accesslevel accessstatus',
  personStatus: `assignmentstatus appaccountstatus applicationaccountstatus appuserstatus userstatus personstatus
    accountstatus useraccountstatus userstate`,
} as const
export type Field = keyof typeof HEADER_NAMES

/** Columns that are understood and that say nothing Daylight keeps from an app list. */
export const UNUSED_HEADERS = new Set(
  `created createdon createddatetime createdat createddate datecreated updated updatedon lastupdated modified erstelltam
   lastmodified lastused lastaccess lastaccessed lastlogin lastsignin lastsignindate lastsignindatetime firstname
   lastname surname givenname middlename department orgunit organizationalunit ou costcenter costcentre manager
   requestedservices services requestedscopes scopes restricted category categories
   description notes comment comments tags owner owners appowner businessowner itowner admin certificateexpirystatus
   activecertificateexpirydate certificateexpiry approleassignmentrequired assignmentrequired visibletousers
   hidden provisioning provisioningenabled provisioningstatus features logo logourl icon iconurl assigneddate
   assignmentdate assignedon assignmenttype assignmentscope scope apprequestdate numberofgroups assignedgroupcount
   groupcount groupscount details applicationvisibility isappproxy visible userfirstname userlastname appinstance
   totallogins usersaccessed approleid disabledbymicrosoftstatus applicationtemplateid termsofservice privacypolicy`.split(
    /\s+/,
  ),
)
