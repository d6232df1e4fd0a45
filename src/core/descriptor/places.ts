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
  internet gbp usd eur cad aud chf nsw vic qld
  albany alexandria alpharetta anaheim andover annapolis antwerp arlington asheville athens auckland aurora baltimore bath beaverton bedminster belfast belgrade bengaluru
  bentonville bergen berkeley bern birmingham bloomington boca bogota bologna boise bonn bordeaux bothell bournemouth braunschweig bremen brighton brisbane broomfield
  bucharest buenos burbank burlington burlingame bellingham campbell canberra cape cardiff cary cebu cheltenham chennai christchurch cincinnati cleveland cologne columbus
  concord coppell coventry covina culver cupertino curitiba dalian danvers darmstadt delft dordrecht dortmund dresden duesseldorf durham dusseldorf eindhoven emeryville
  espoo essen exeter fairfax florence fremont fresno galway gdansk gent ghent gilbert glasgow glendale gloucester graz grenoble groningen guadalajara guildford haifa
  halifax hamilton hannover hartford heidelberg herndon hoboken honolulu hyderabad indianapolis irving istanbul ithaca jacksonville jakarta jersey karlsruhe kitchener
  kansas knoxville kobenhavn koeln koln krakow kuala lausanne leicester leiden leipzig leuven lexington liege limassol lille linz lisboa liverpool ljubljana lodz lucerne lyon
  lynnwood maastricht madison mainz malaga manila mannheim markham marseille maynooth mclean memphis mesa mexico minsk mississauga mountainview muenchen munchen mumbai
  nantes naples needham newark newcastle newport newton nice nijmegen norwich nottingham nuremberg oakville odense omaha ontario orlando ostrava palermo pasadena
  petaluma pittsburg pleasanton plymouth porto poznan princeton providence quebec reading redding regina reno reston reykjavik richardson rochester roseville
  saarbruecken sacramento salford salzburg samara sanfrancisco newyork losangeles sanjose sandiego santaclara santamonica santabarbara paloalto sanmateo sanramon sanbruno
  menlopark redwoodcity saltlakecity mexicocity telaviv hongkong draper schaumburg seoul shannon sheffield skopje somerville southampton southfield spokane springfield
  stamford stavanger strasbourg stuttgart sunderland swansea swindon taipei tampa thessaloniki timisoara toulouse trondheim troy tucson tulsa turin turku twente uppsala valencia
  valletta verona vicenza walnut waltham watertown wellington wien winnipeg winterthur wolfsburg woburn wroclaw wuppertal york yokohama zagreb zaragoza zug julians sliema eastus
  dk pl cl pe cn tw kr th vn ph my id sa qa kw eg ng ke gh rs hr si sk bgr ukr tha vnm phl mys idn sau egy nga ken pak pk bd lk np
  roubaix huntsville lansing tallahassee tuscaloosa chattanooga greensboro wichita topeka duluth fargo sioux tacoma corvallis bakersfield stockton modesto
  riverside oxnard escondido carlsbad chula albuquerque lubbock amarillo laredo mcallen brownsville galveston waco killeen frisco mckinney denton allentown
  bethlehem harrisburg scranton paramus secaucus hackensack yonkers syracuse schenectady poughkeepsie hauppauge bridgeport danbury waterbury framingham natick
  nashua cranston bethesda rockville chantilly ashburn leesburg roanoke lynchburg chesapeake charleston greenville spartanburg marietta norcross smyrna
  kennesaw gainesville pensacola sarasota lakeland bradenton lauderdale hialeah pompano raton shreveport tupelo biloxi fayetteville branson joplin champaign
  rockford naperville evanston skokie elgin joliet kenosha waukesha racine appleton oshkosh mankato dubuque davenport ames bismarck billings missoula bozeman
  cheyenne laramie littleton lakewood arvada ogden flagstaff yuma juneau anchorage fairbanks slough basingstoke crawley woking croydon watford hatfield
  stevenage peterborough ipswich colchester chelmsford maidstone canterbury wolverhampton bradford harrogate huddersfield doncaster blackpool middlesbrough
  darlington stirling dundee aberdeen inverness kilmarnock derry lisburn limerick kilkenny rennes reims amiens rouen caen orleans dijon limoges avignon
  montpellier toulon nimes levallois perret courbevoie nanterre clichy puteaux moulineaux boulogne billancourt montreuil vincennes neuilly villeurbanne bochum
  duisburg krefeld moenchengladbach aachen muenster bielefeld osnabrueck oldenburg kassel goettingen magdeburg chemnitz erfurt weimar freiburg konstanz
  augsburg ingolstadt regensburg wuerzburg bamberg erlangen fuerth nuernberg passau rosenheim montabaur ratingen walldorf gunzenhausen koblenz ludwigshafen
  kaiserslautern heilbronn pforzheim reutlingen tuebingen offenbach wiesbaden muelheim oberhausen rastede breda tilburg hertogenbosch enschede hengelo zwolle
  apeldoorn arnhem venlo heerlen amersfoort hilversum almere leeuwarden hoofddorp schiphol brugge kortrijk hasselt namur charleroi aalst bilbao sevilla murcia
  alicante granada cordoba gijon oviedo santander pamplona logrono vitoria valladolid salamanca torino genova firenze venezia padova trieste bergamo brescia
  modena rimini ancona pescara bari lecce catania cagliari pesaro coimbra aveiro setubal paulo janeiro horizonte alegre brasilia recife fortaleza campinas
  florianopolis goteborg vasteras orebro linkoping jonkoping norrkoping umea vaxjo helsingborg aarhus aalborg esbjerg tromso drammen kristiansand tampere oulu
  jyvaskyla gdynia szczecin lublin katowice bialystok bydgoszcz brno plzen kosice bratislava debrecen szeged cluj iasi brasov varna plovdiv kiev kharkiv lviv
  odesa tbilisi yerevan almaty bangkok hanoi saigon makati lumpur penang petaling johor shenzhen guangzhou hangzhou chengdu osaka kyoto nagoya sapporo fukuoka
  chiyoda minato shibuya shinjuku gurgaon gurugram noida ahmedabad kolkata jaipur kochi coimbatore chandigarh indore lucknow dubai sharjah riyadh jeddah doha
  manama amman beirut cairo casablanca lagos nairobi accra johannesburg durban pretoria sandton parramatta chatswood haymarket pyrmont ultimo darlinghurst
  southbank docklands collingwood fitzroy geelong hobart launceston wollongong adelaide fremantle cairns townsville toowoomba ballarat bendigo dunedin
  tauranga edmonton saskatoon gatineau laval longueuil brampton guelph barrie sudbury moncton fredericton dartmouth kelowna nanaimo kamloops etobicoke
  scarborough monterrey tijuana merida cancun puebla queretaro quito medellin barranquilla cartagena caracas montevideo rosario asuncion charlotte`

// Countries, currencies and the cities that vendors of software bill from: beside a name they do not speak of a shop round the corner.
export const BILLING_PLACES: ReadonlySet<string> = new Set(
  `usa gbr irl aus nzl can deu ger fra esp nld swe nor fin isr ind est sgp gbp usd eur cad aud chf
   australia austria belgium britain canada cyprus denmark estonia finland france germany iceland india ireland israel luxembourg malta
   netherlands norway singapore sweden switzerland states kingdom internet
   amsterdam austin bangalore bengaluru bellevue berlin boston boulder burlingame cambridge cupertino dublin emeryville fremont helsinki
   kirkland lehi menlo menlopark mountain mountainview view nicosia oakland palo paloalto pleasanton provo redmond redwood francisco sanfrancisco mateo sanmateo
   jose sanjose santa clara santaclara seattle shannon stockholm sunnyvale tallinn telaviv aviv vancouver waltham wilmington york newyork`.split(
    /\s+/,
  ),
)

// States, provinces and territories that end a line behind a town.
export const STATES: ReadonlySet<string> = new Set(
  `al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt
   va wa wv wi wy pr bc ab mb nb nl ns on qc sk pe nsw vic qld`.split(/\s+/),
)
