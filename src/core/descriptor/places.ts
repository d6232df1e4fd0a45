// Places that descriptors end with: states and provinces of the USA and Canada, countries (ISO 3166 alpha-2 and -3 as cards
// print them) and the cities where software is billed from or cards are used most.
export const PLACES = `al ak az ar ca ct dc fl ga hi il ia ks ky md ma mi mn ms mt ne nv nh nj nm ny nc nd oh ok
  pa ri sc sd tn tx ut vt va wa wv wi wy bc ab mb nb nl ns on qc sk us usa gb gbr uk ie irl au aus nz nzl can deu ger fr fra
  esp it ita nld lu lux che aut pl pol cz cze dk dnk swe nor fi fin prt be bel sg sgp hk hkg jp jpn il isr ind est ee lv lva lt ltu
  cy cyp mlt gi hu hun ro rou bg bgr gr grc tr tur ua ukr br bra mx mex ar arg za zaf ae are
  australia austria belgium britain bulgaria canada cyprus czech denmark england estonia finland france germany greece hungary
  iceland india ireland israel italy japan latvia lithuania luxembourg malta netherlands holland zealand norway poland portugal
  romania scotland singapore slovenia spain sweden switzerland turkey ukraine wales states america kingdom
  amsterdam atlanta austin bangalore barcelona bellevue berlin boston boulder bristol brooklyn brussels budapest burnaby calgary cambridge
  chicago copenhagen cork cupertino dallas delaware denver dublin edinburgh frankfurt geneva gothenburg hamburg helsinki houston
  kyiv lehi leeds lisbon london luxemburg madrid malmo manchester melbourne menlo miami milan minneapolis montreal mountain munich
  nashville nicosia orem oslo ottawa oxford paris philadelphia phoenix pittsburgh portland prague provo pune raleigh
  redmond redwood riga rome rotterdam saratoga scottsdale seattle shanghai sofia stockholm sunnyvale surry sydney tallinn tel aviv tempe
  tokyo toronto utrecht vancouver victoria vienna vilnius warsaw washington waterloo wilmington zurich francisco san jose
  santa clara monica barbara diego palo alto mateo los angeles york new view oakland sacramento irvine plano lake city vie haarlem
  internet gbp usd eur cad aud chf nsw vic qld`
