/** What a header word says of its column. Finer than the roles of the format: three kinds of date, two of text. */
export const MEANINGS = [
  'postDate',
  'transactionDate',
  'valueDate',
  'descriptor',
  'descriptorMore',
  'merchant',
  'vendor',
  'amount',
  'debit',
  'credit',
  'direction',
  'currency',
  'originalAmount',
  'originalCurrency',
  'fee',
  'balance',
  'type',
  'status',
  'category',
  'personEmail',
  'person',
  'account',
  'department',
  'costCentre',
  'mcc',
  'reference',
  'note',
] as const
export type Meaning = (typeof MEANINGS)[number]

/**
 * Folded header words (see fold.ts) of card, bank and expense exports in many languages, the most telling first. A word
 * may stand under several meanings: content and what else the file has decide.
 */
export const VOCABULARY: Readonly<Record<Meaning, string>> = {
  postDate: `post date|posting date|posted date|date posted|posted|posted on|posted at|post dt|posting dt|card posting dt|card posting date
    |clearing date|cleared date|date cleared|settlement date|settled date|date settled|settle date|settled|booking date|booked date|date booked|booked
    |date processed|processed date|process date|processing date|processed on|completed date|date completed|completed on|completed at|finished on
    |accounting date|ledger date|entry date|effective date|transaction posted date|posting|date of posting
    |buchungstag|buchungsdatum|buchung|gebucht am|verbuchungsdatum|abrechnungsdatum|date comptable|date de comptabilisation|date d inscription|date traitement
    |date de traitement|fecha contable|fecha de contabilizacion|fecha de cargo|fecha de liquidacion|data contabile|data registrazione|data contabilizzazione
    |data lancamento|data de lancamento|data do lancamento|boekdatum|boekingsdatum|verwerkingsdatum|bokforingsdag|bokforingsdatum|bokford|bokforingsdato|bokfort|bokfort dato
    |bogforingsdato|bogfort|bogfort dato|kirjauspaiva|kirjauspvm|data ksiegowania|data zaksiegowania|datum zauctovani|datum zuctovania|zauctovano|konyveles datuma
    |konyvelesi datum|data inregistrarii|data procesarii`,
  transactionDate: `transaction date|trans date|tran date|trx date|txn date|transaction dt|trans dt|date of transaction|transaction time|transaction date and time
    |purchase date|date of purchase|expense date|date incurred|incurred date|spend date|spent date|spent on|charge date|operation date|started date|date started|created on
    |created date|date created|created at|created|timestamp|time stamp|date time|datetime|date and time|authorization date|authorisation date|authorized date|auth date
    |initiated date|emitted date|transaction created date|date|charge period start|billing period start|usage start date|payment date|date paid|paid date|paid on|invoice date|bill date|due date
    |transaktionsdatum|kaufdatum|belegdatum|umsatzdatum|zahlungsdatum|einkaufsdatum|datum|date operation|date de l operation|date d operation|date de transaction
    |date de la transaction|date d achat|date transaction|date de depense|fecha operacion|fecha de operacion|fecha de la operacion|fecha transaccion|fecha de transaccion|fecha movimiento|fecha
    |data operazione|data transazione|data movimento|data acquisto|data da transacao|data transacao|data da operacao|data operacao|data do movimento|data mov|data da compra|data
    |transactiedatum|datum transactie|uitvoeringsdatum|aankoopdatum|transaktionsdag|kopdatum|kopdag|inkopsdatum|transaksjonsdato|transaktionsdato|kjopsdato|kobsdato|utfort dato|dato
    |tapahtumapaiva|ostopaiva|maksupaiva|paivamaara|pvm|data transakcji|data operacji|datum transakce|datum operace|datum pohybu|datum provedeni|datum transakcie
    |tranzakcio datuma|tranzakcio ideje|islem tarihi|tarih|data tranzactiei|data tranzactie|תאריך|תאריך עסקה|日付|利用日|ご利用日|取引日|交易日期|记账日期|日期|дата|дата операции`,
  valueDate: `value date|val date|valuta|valutadatum|wertstellung|wertstellungsdatum|wertstellung valuta|wert|date de valeur|date valeur|fecha valor|fecha de valor|f valor|data valuta
    |data valor|rentedatum|valutadag|valuteringsdag|valuteringsdato|rentedato|renteberegningsdato|arvopaiva|data waluty|datum valuty|datum valutace|erteknap|abschlussdatum|data valutei`,
  descriptor: `statement descriptor|statement description|appears on your statement as|original description|original statement|raw description|full description|merchant descriptor|bank description
    |source description|transaction description|trans description|descriptor|description|description 1|description1|transaction details|transaction detail|details|narrative|narration|particulars
    |statement text|transaction text|transaction information|transaction|text|remarks|remark|bank memo|desc|item description|charge description
    |verwendungszweck|vorgang verwendungszweck|buchungstext|buchungsdetails|beschreibung|beschreibung1|umsatztext|umsatzbeschreibung|zahlungsgrund|zahlungszweck|transaktionsbeschreibung
    |libelle|libelle operation|libelle de l operation|libelle complet|libelle simplifie|libelle des operations|intitule|nature de l operation|nature et details|operation|concepto|concepto ampliado|descripcion|detalle|detalle del movimiento
    |descrizione|descrizione operazione|descrizione estesa|causale|dettagli|operazione|omschrijving|omschrijving 1|mededelingen|mededeling|bijzonderheden|details van de verrichting
    |beskrivning|specifikation|meddelande|transaktion|rubrik|forklaring|beskrivelse|tekst|posteringstekst|postering|selite|viesti|tapahtuma|opis|opis operacji|opis transakcji|tytul|tytulem|tytul operacji|szczegoly transakcji
    |popis|popis operace|popis transakce|zprava|zprava pro prijemce|poznamka|kozlemeny|leiras|megjegyzes|descricao|historico|descritivo|lancamento|movimento|descriere|detalii tranzactie|aciklama|islem aciklamasi
    |תיאור|שם בית העסק|ご利用店名|利用店名|摘要|交易摘要|описание|назначение платежа`,
  descriptorMore: `description 2|description2|description 3|description3|omschrijving 2|omschrijving 3|beschreibung2|beschreibung3|verwendungszweck 2|weitere verwendungszwecke|details 2|narrative 2|vendor description|code reference particulars`,
  merchant: `merchant|merchant name|merchant dba|merchant dba name|clean merchant name|merchant description|doing business as|payee|payee name|vendor|vendor name|supplier|supplier name|store|store name|retailer
    |counter party|counterparty|counterparty name|counter party name|partner name|target name|beneficiary|beneficiary name|recipient|recipient name|paid to|pay to|name|business|business name|transaction name|other party|other party name
    |handler|haendler|handlername|empfanger|empfanger name|auftraggeber empfanger|empfanger auftraggeber|auftraggeber beguenstigter|auftraggeber begunstigter|begunstigter auftraggeber|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger
    |empfanger zahlungspflichtiger|zahlungsempfanger|zahlungsempfanger in|name zahlungsbeteiligter|sender empfanger|gegenkonto inhaber|empfaenger 1|empfaenger|verkaufer|commercant|nom du commercant|marchand|fournisseur|beneficiaire|tiers|nom de la contrepartie|contrepartie
    |enseigne|comercio|nombre del comercio|comerciante|establecimiento|beneficiario|proveedor|contraparte|esercente|esercente commerciante|nome esercente|controparte|fornitore|ordinante beneficiario
    |naam omschrijving|naam tegenpartij|tegenpartij|naam van de tegenpartij|tegenrekeninghouder|naam begunstigde|winkel|leverancier|naam|mottagare|motpart|namn|butik|inkopsstalle|leverantor|modtager|forretning|butiksnavn|navn|mottaker|brukersted|leverandor
    |saaja|saaja maksaja|saajan nimi|kauppa|odbiorca|nazwa odbiorcy|kontrahent|nazwa kontrahenta|nadawca odbiorca|sklep|nazev protiuctu|nazev obchodnika|nazov protiuctu|obchodnik|prijemce|kedvezmenyezett|partner neve|partner|kereskedo|estabelecimento|comerciant|uye isyeri`,
  vendor: `service name|provider name|publisher name|invoice issuer name|issuer name`,
  amount: `billed cost|billing amount|billed amount|billing gross amt|billing amt|posted amount|settled amount|settlement amount|amount in account currency|amount account currency|account amount|account currency amount|amount in billing currency|transaction amount local
    |total amount incl vat|amount incl vat|gross amount|gross|source amount after fees|payment amount|amount|transaction amount|transaction amt|trans amount|trans amt|tran amt|trx amount|txn amount|amt|expense amount|approved amount|amount paid|paid amount
    |amount spent|spend amount|charge amount|purchase amount|reimbursable amount|reported amount|total amount|invoice amount|spend|cost|value|total|net amount|usd amount|amount local currency
    |betrag|betrag in kontowahrung|abrechnungsbetrag|umsatz|umsatz in|umsatzbetrag|zahlungsbetrag|buchungsbetrag|gesamtbetrag|summe|bruttobetrag|betrag detail|einzelbetrag
    |montant|montant de l operation|montant operation|montant total|montant ttc|montant debite|importe|importe operacion|importe de la operacion|importe total|monto|cantidad|importo|importo operazione|importo addebitato|importo in
    |bedrag|transactiebedrag|bedrag in|belopp|belopp i sek|transaktionsbelopp|beløp|belop|belob|belob i dkk|summa|maara|rahamaara|kwota|kwota operacji|kwota transakcji|kwota w walucie rachunku|kwota obciazenia
    |castka|castka v mene uctu|castka operace|objem|suma|ciastka|osszeg|tranzakcio osszege|valor|valor da operacao|montante|quantia|tutar|islem tutari|סכום|סכום חיוב|金額|利用金額|ご利用金額|交易金额|金额|сумма`,
  debit: `debit|debits|debit amount|debit amt|amount debit|withdrawal|withdrawals|withdrawal amount|withdrawal amt|paid out|payments out|money out|out|outflow|outgoing|amount out|spent|charges|charge|expense|expenses|payment out|payments
    |soll|belastung|belastungen|lastschrift|ausgang|ausgaben|ausgabe|debit en|debit montant|montant debit|depense|depenses|sortie|sorties|cargo|cargos|debe|adeudo|retiro|retiros|egreso|egresos|gasto|gastos
    |uscite|uscita|addebiti|addebito|dare|af|uitgaven|uitgave|afschrijving|uttag|utgift|utgifter|ut fra konto|ut av konto|ut|ud|haevet|udgift|udbetalt|tili|veloitus|panot otot|obciazenie|obciazenia|wydatki|wyplata|vydaj|vydaje|odchozi|terheles|debito|debitos|saida|saidas|suma debit|borc|cikis|חובה|出金|お引出し|支出|借方`,
  credit: `credit|credits|credit amount|credit amt|amount credit|deposit|deposits|deposit amount|deposit amt|paid in|payments in|money in|in|inflow|incoming|amount in|received|payment in|payments credits|payment credit
    |haben|gutschrift|gutschriften|eingang|einnahmen|einnahme|credit en|credit montant|montant credit|recette|recettes|entree|entrees|abono|abonos|haber|ingreso|ingresos|deposito|depositos
    |entrate|entrata|accrediti|accredito|avere|bij|inkomsten|bijschrijving|insattning|inkomst|inkomster|inn pa konto|inn|ind|indsat|indtaegt|indbetalt|hyvitys|uznanie|uznania|wplywy|wplata|prijem|prijmy|prichozi|jovairas|credito|creditos|entrada|entradas|suma credit|alacak|giris|זכות|入金|お預入れ|收入|贷方`,
  direction: `debit credit|debit credit indicator|credit debit|credit debit indicator|debit or credit|dr cr|cr dr|drcr|crdr|d c|c d|dc|direction|in out|in or out|money direction|transaction direction|sign|entry type|credit debet|debet credit|debet kredit|creditdebet|debetcredit
    |soll haben|s h|sollhaben|soll haben kennzeichen|sens|debit credit sens|signo|cargo abono|segno|dare avere|af bij|bij af|bij of af|+`,
  currency: `reimbursement currency|report currency|home currency|base currency|billing currency|billing cur code|billing currency code|billed currency|posted currency|account currency|settlement currency|settled currency|payment currency|source currency|currency|currency code|transaction currency|trx currency|trans currency|txn currency|local currency type|ccy|cur|curr|amount currency|iso currency
    |wahrung|waehrung|whg|abrechnungswahrung|kontowahrung|devise|monnaie|divisa|moneda|valuta conto|valuta rekening|munt|muntsoort|valutacode|valutasort|valutakod|valutakode|valuutta|waluta|waluta rachunku|mena|mena uctu|devizanem|moeda|para birimi|doviz|מטבע|通貨|币种|валюта|valuta`,
  originalAmount: `original amount|original gross amt|original gross amount|orig amount|orig amt|foreign amount|foreign currency amount|amount in foreign currency|foreign spend amount|transaction amount foreign|local amount|merchant amount|merchant currency amount|amount in original currency
    |amount original currency|source amount|target amount after fees|target amount|spent amount|spend currency amount|transaction currency amount|amount transaction currency|fx amount|receipt amount|amount local currency
    |betrag in fremdwahrung|fremdwahrungsbetrag|ursprungsbetrag|ursprunglicher betrag|originalbetrag|betrag originalwahrung|montant devise|montant en devise|montant d origine|montant origine|importe original|importe en divisa|importo in divisa|importo originale|importo valuta
    |oorspr bedrag|oorspronkelijk bedrag|bedrag vreemde valuta|utlandskt belopp|belopp i utlandsk valuta|belopp i lokal valuta|originalbelopp|oprindeligt belob|belob i valuta|opprinnelig belop|kwota oryginalna|kwota w walucie|puvodni castka|castka v puvodni mene|valor original|valor em moeda estrangeira
    |transaction amount|transaction amt|amount`,
  originalCurrency: `original currency|original cur|original currency code|orig currency|foreign currency|foreign currency type|foreign currency code|local currency|merchant currency|transaction currency|transaction currency code|target currency|spent currency|spend currency|receipt currency|fx currency
    |fremdwahrung|originalwahrung|ursprungswahrung|devise d origine|devise origine|moneda original|divisa original|divisa originale|valuta originale|oorspr munt|oorspronkelijke munt|oorspronkelijke valuta|originalvaluta|oprindelig valuta|opprinnelig valuta|waluta oryginalna|waluta operacji|waluta transakcji|puvodni mena|mena transakce|moeda original`,
  fee: `fee|fees|fee amount|total fees|transaction fee|source fee amount|gebuhr|gebuhren|frais|comision|commissione|kosten|avgift|gebyr|prowizja|poplatek`,
  balance: `balance|running balance|running bal|account balance|available balance|balance after|balance after transaction|closing balance|ledger balance|end balance|new balance|bal|saldo|saldo nach buchung|kontostand|kontosaldo|solde|saldo disponible|saldo contable|saldo finale|saldo contabile
    |saldo na trn|saldo na mutatie|eindsaldo|saldo efter|saldo etter|bokfort saldo|saldo po operacji|saldo po transakcji|zustatek|zostatok|egyenleg|sold|sold final|saldo final|disponibilidade|bakiye|jaannos|יתרה|残高|差引残高|余额`,
  type: `transaction type|trans type|tran type|trn type|trx type|txn type|type|expense type|payment type|type of transaction|transaction details type|details type|activity type|entry type|charge category|transaction category|transaction code|tran code|code
    |umsatzart|umsatztyp|transaktionsart|buchungsart|vorgang|art|type operation|type d operation|type de transaction|type de l operation|tipo|tipo de operacion|tipo operacion|tipo movimiento|tipo operazione|tipo movimento|tipologia|tipo de transacao|mutatiesoort|mutatie soort|type verrichting|soort transactie|type betaling
    |transaktionstyp|transaksjonstype|transaktionstype|tapahtumalaji|laji|typ|typ operacji|typ transakcji|rodzaj operacji|typ operace|typ transakce|typ pohybu|tranzakcio tipusa|forgalom tipusa|tip tranzactie|islem tipi`,
  status: `status|state|transaction status|trans status|payment status|settlement status|clearing status|approval state|zustand|buchungsstatus|statut|etat|estado|situacion|situacao|stato|stav|tila|statut tranzactie|durum|info|allapot`,
  category: `category|spending category|subcategory|merchant category|merchant category description|mcc description|expense category|personal finance category|account category|kategorie|categorie|categoria|kategori|kategoria|luokka|rubrique|rubrik kategorie`,
  personEmail: `email|e mail|email address|e mail address|user email|cardholder email|card holder email|employee email|spender email|member email|owner email|employee e mail|cardholder e mail`,
  person: `card member|cardmember|cardmember name|card member name|cardholder|card holder|cardholder name|card holder name|card holder full name|card user|name on card|card owner|owner|purchased by|spent by|employee|employee name|spender|spender name|user|user name|member|member name|team member|submitter|submitted by
    |initiator|requester|purchaser|payer|staff|staff name|employee full name|karteninhaber|karteninhaberin|karteninhaber in|mitarbeiter|nutzer|titulaire|titulaire de la carte|porteur|nom du porteur|collaborateur|titular|titular de la tarjeta|empleado|usuario|titolare|titolare carta|intestatario|dipendente|kaarthouder|medewerker
    |kortinnehavare|anstalld|kortholder|kortindehaver|medarbejder|kortinnehaver|ansatt|kortinhaltija|kortin haltija|tyontekija|posiadacz karty|pracownik|drzitel karty|zamestnanec|kartyabirtokos|titular do cartao|funcionario`,
  account: `card no|card number|card|card last 4|card last four|card last four digits|card last 4 digits|last 4|last four|last 4 digits|last four digits|card ending|card name|account #|account number|account no|account|card account|card account number|account name|wallet
    |kartennummer|karte|kreditkarte|kreditkartennummer|kartennr|auftragskonto|iban auftragskonto|iban kontoinhaber|kontonummer|kontonr|konto|iban|numero de carte|carte|numero de compte|compte|n de carte|numero de tarjeta|tarjeta|cuenta|numero de cuenta|numero carta|carta|conto|numero conto
    |rekening|rekeningnummer|iban bban|kaartnummer|creditcard nummer|kortnummer|kort|kontonamn|kortti|kortin numero|tilinumero|numer karty|karta|numer rachunku|rachunek|cislo karty|cislo uctu|kartyaszam|numero do cartao|cartao|conta|קרטיס`,
  department: `department|department name|dept|division|division name|directorate|business unit|business area|org unit|team|team name|service area|group|abteilung|bereich|geschaftsbereich|departement|equipe|departamento|equipo|area|reparto|dipartimento|afdeling|avdelning|afdeling navn|avdeling|osasto|dzial|oddeleni`,
  costCentre: `cost center|cost centre|cost center wbs element order|cost centre code|cost center code|cost code|cost center name|cost centre name|gl cost center|kostenstelle|centre de cout|centre de couts|centro de coste|centro de costes|centro di costo|kostenplaats|kostnadsstalle|omkostningssted|kostnadssted|kustannuspaikka|mpk|nakladove stredisko|centro de custo`,
  mcc: `mcc|mcc code|merchant category code|merchant category code mcc|merchant type|mcc sic|mcc sic code|sic|sic code|merchant mcc|handlerkategoriecode`,
  reference: `reference|reference number|reference no|reference id|reference #|ref|ref no|ref number|transaction reference|transaction id|transaction number|transaction no|transaction ref|trans id|id|arn|acquirer reference number|expense id|batch transaction id|transfer wise id|transferwise id|wise id|uuid|unique id|external id|payment reference|bank reference
    |referenz|referenznummer|kundenreferenz|kundenreferenz end to end|zkb referenz|transaktionsnummer|transaktions nr|transaktions id|reference operation|reference de l operation|numero de reference|referencia|referencia 1|numero de operacion|riferimento|numero riferimento|transactiereferentie|referentie|kenmerk|betalingskenmerk
    |referens|referensnummer|referanse|referansenummer|arkivref|arkivreferanse|arkistointitunnus|viite|numer referencyjny|id transakcji|id operace|id pohybu|hivatkozas|referinta|numero documento`,
  note: `memo|note|notes|comment|comments|purpose|business purpose|justification|notes and #tags|tag|tags|label|labels|notiz|bemerkung|anmerkung|kommentar|commentaire|nota|notas|comentario|note libere|opmerking|anteckning|kommentti|notatka|komentar|receipt|attachment`,
}
