/** The columns of the inventory file, in order. Scripts rely on them. */
export const INVENTORY_COLUMNS = [
  'tool',
  'status',
  'domain',
  'vendor',
  'owner',
  'capabilities',
  'renewal',
  'notice_days',
  'monthly_cost',
  'currency',
  'seats',
  'identifiers',
  'conditions',
  'notes',
] as const
export type InventoryColumn = (typeof INVENTORY_COLUMNS)[number]

/** What a column of somebody's file may be: one of ours, or a cost per year or quarter, or the end of a trial. */
export type FileColumn = InventoryColumn | 'annual_cost' | 'quarterly_cost' | 'until'

/** Other people's headers as `squeeze` leaves them. The earlier name wins where a file has several for one column. */
export const COLUMN_NAMES: readonly (readonly [FileColumn, readonly string[]])[] = (
  [
    [
      'tool',
      `tool toolname application applicationname app appname software softwarename saas saasapp saastool saasname
       product productname solution solutionname system systemname service servicename platform name title anwendung
       werkzeug outil logiciel herramienta aplicacion`,
    ],
    [
      'status',
      `status approvalstatus toolstatus appstatus applicationstatus approval approved decision standing disposition
       reviewstatus lifecyclestatus lifecycle sanctioned itapproval state statut estado`,
    ],
    [
      'domain',
      `domain domains website websiteurl web url homepage homepageurl webaddress site link appurl applicationurl
       toolurl vendorurl vendorwebsite webseite siteweb`,
    ],
    [
      'vendor',
      `vendor vendorname supplier suppliername publisher provider manufacturer company developer hersteller anbieter
       lieferant fournisseur editeur proveedor`,
    ],
    [
      'owner',
      `owner owneremail businessowner applicationowner appowner toolowner productowner systemowner serviceowner
       internalowner responsible responsibleperson accountable contact contactperson itowner technicalowner
       verantwortlich verantwortlicher besitzer proprietaire responsable`,
    ],
    ['capabilities', 'capabilities capability functions function functionality funktion funktionen'],
    [
      'renewal',
      `renewal renewaldate renewson renews nextrenewal nextrenewaldate contractend contractenddate contractends
       endofcontract contractexpiry contractexpirydate contractexpiration contractexpires expiry expirydate expires
       expirationdate expiration enddate subscriptionend subscriptionenddate licenseexpiry licenceexpiry
       licenseexpiration termend termenddate vertragsende verlaengerung findecontrat`,
    ],
    [
      'notice_days',
      `noticedays notice noticeperiod noticeperioddays noticeperiodindays noticeindays cancellationnotice
       cancellationperiod daysnotice daysofnotice terminationnotice kundigungsfrist kuendigungsfrist preavis`,
    ],
    [
      'monthly_cost',
      `monthlycost costpermonth costmonth monthlyspend monthlyprice pricepermonth monthlyfee permonth spendpermonth
       monthlycharge monthlyamount mrc kostenpromonat monatlichekosten monatskosten coutmensuel`,
    ],
    [
      'annual_cost',
      `annualcost yearlycost costperyear costyear annualspend yearlyspend annualprice yearlyprice peryear annualfee
       yearlyfee annualcontractvalue acv costperannum costpa annualamount annuallicensecost priceperyear spendperyear
       jahreskosten kostenprojahr coutannuel costoanual`,
    ],
    ['quarterly_cost', 'quarterlycost costperquarter costquarter quarterlyspend quarterlyfee'],
    ['currency', 'currency currencycode ccy curr waehrung wahrung devise moneda'],
    [
      'seats',
      `seats seatcount seatsbought seatspurchased purchasedseats paidseats licences licenses licence license
       licencecount licensecount numberoflicences numberoflicenses nooflicences nooflicenses numberofseats totalseats
       totallicences totallicenses licencequantity licensequantity licensedusers quantity qty lizenzen anzahllizenzen`,
    ],
    ['identifiers', 'identifiers identifier ids clientid clientids oauthclientid appid appids applicationid entityid'],
    [
      'conditions',
      'conditions condition conditionsofuse restrictions restriction limitations usagerestrictions bedingungen',
    ],
    ['notes', 'notes note comment comments remarks remark bemerkung bemerkungen notizen anmerkung commentaire'],
    ['until', 'until trialuntil trialend trialends trialenddate pilotuntil pilotend pilotenddate pocend'],
  ] as const
).map(([column, names]) => [column, names.split(/\s+/)] as const)
