import { expect, test } from 'vitest'
import { providerOf, recogniseHeaders } from '#connectors/app-list/headers.ts'
import { looksLikeAppList } from '#connectors/app-list/index.ts'

test.for([
  ['Okta applications', 'Application Label,Application Name,Status,Sign On Mode,Assigned Users,App ID'],
  ['Okta, other names', 'App Name,App Instance ID,status,SIGN-ON MODE,users'],
  ['Okta assignments', 'User Login,First Name,Last Name,Application,Application Username,Assignment Status'],
  ['Entra enterprise applications', 'displayName,appId,objectId,homepage,createdDateTime,publisherName'],
  ['Entra grid', 'Name,Object ID,Application ID,Homepage URL,Created on,Certificate Expiry Status'],
  ['Entra in German', 'Anzeigename,Anwendungs-ID,Objekt-ID,Startseiten-URL,Erstellt am'],
  ['Google', 'App name,Type,ID,Verified status,Users,Requested services,Access'],
  ['a list with a name column', 'Software,Vendor,Website,Number of users'],
  ['one column', 'Application'],
] as const)('%s looks like an app list', ([, headers]) => {
  expect(looksLikeAppList(headers.split(','))).toBeGreaterThanOrEqual(0.6)
})

test.for([
  ['a Chase statement', 'Transaction Date,Post Date,Description,Category,Type,Amount,Memo'],
  ['a statement whose text column is called name', 'Date,Name,Type,Amount,Status'],
  ['a Revolut statement', 'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance'],
  ['a German statement', 'Buchungstag,Name,Verwendungszweck,Betrag'],
  ['an expense report', 'Employee,Email,Merchant,Amount,Currency,Date'],
  ['an expense report with a title', 'Title,Employee,Merchant,Total'],
  ['numbers', '1,2,3'],
  ['nothing', ''],
] as const)('%s does not look like an app list', ([, headers]) => {
  expect(looksLikeAppList(headers.split(','))).toBe(0)
})

test.for([
  'App Name,App Instance Name,Users Assigned,Users Accessed,Total Logins,Last Login',
  'App ID,App Name,Connector,Visible,Provisioning,Users,Created At',
])('numbers and days make no statement of the apps in "%s"', (headers) => {
  expect(looksLikeAppList(headers.split(','))).toBeGreaterThan(0.9)
})

test('a list of people hardly looks like an app list', () => {
  expect(looksLikeAppList(['Name', 'Email', 'Department'])).toBe(0.1)
})

test('columns are recognised in any order, case and spacing, and the rest is named', () => {
  expect(
    recogniseHeaders([' USERS ', 'app_id', 'Sign-On Mode', 'application  label', 'Colour', 'Created on', '']),
  ).toEqual({
    columns: { users: ' USERS '.trim(), appId: 'app_id', signOn: 'Sign-On Mode', name: 'application  label' },
    unrecognised: ['Colour'],
  })
})

test('beside a label the name is the catalogue’s, unless it is the name of a person', () => {
  expect(recogniseHeaders(['Label', 'Name', 'Status']).columns).toMatchObject({ name: 'Label', catalogName: 'Name' })
  const assigned = recogniseHeaders(['Application Label', 'Name', 'User Login']).columns
  expect(assigned).toEqual({ name: 'Application Label', login: 'User Login' })
})

test('headers that are names of object members are headers like others', () => {
  expect(recogniseHeaders(['App', '__proto__', 'constructor'])).toEqual({
    columns: { name: 'App' },
    unrecognised: ['__proto__', 'constructor'],
  })
})

test('the provider shows in the headers, else in the ids', () => {
  expect(providerOf(['App name', 'ID', 'Verified status'], [])).toBe('google')
  expect(providerOf(['displayName', 'appId', 'objectId'], [])).toBe('entra')
  expect(providerOf(['Application Label', 'Status'], [])).toBe('okta')
  expect(providerOf(['App', 'ID'], ['0oa1b2c3d4E5F6g7h8i9'])).toBe('okta')
  expect(providerOf(['App', 'ID'], ['1071234567-ab.apps.googleusercontent.com'])).toBe('google')
  expect(providerOf(['App', 'Users'], ['17'])).toBeNull()
})
