// Words that say on a bill that something other than software is sold: trades, goods and places people go to.
export const MERCHANT_WORDS = `restaurant restaurants ristorante trattoria bistro brasserie cafe caffe coffee espresso tea bakery bakeries patisserie pizza pizzeria
  grill bbq barbecue kitchen kitchens diner bar bars pub tavern inn brewery brewing brewers winery wine wines liquor liquors brewers spirits beer sushi burger burgers
  steak steakhouse noodle noodles taco tacos deli delicatessen sandwich sandwiches chicken fish seafood food foods meal meals catering caterers
  grocery groceries grocer supermarket market farm farms dairy butcher meats fruit fruits vegetables juice icecream gelato
  hotel hotels motel hostel resort lodge lodging suites apartments campground airlines airline airways airport flights taxi taxis cab cabs
  limousine parking carpark garage rail railway railways trains metro transit ferry cruise cruises travel tours tickets
  fuel petrol petroleum gas gasoline diesel oil tyre tyres tire tires auto autos automotive cars motors motor motorcycle vehicle vehicles truck trucks
  towing tow wash carwash rental rentals rent hire leasing
  hardware plumbing plumbers plumber electric electrical electricians heating roofing roof flooring floors carpet carpets paint paints painting
  decorating builders building construction concrete cement contractors contracting timber lumber steel metals metal glass windows doors
  fencing fence garden gardens gardening nursery nurseries landscape landscaping landscapes lawn tree trees florist florists flowers floral
  furniture furnishings interiors upholstery mattress bedding kitchenware appliances appliance machinery tractors welding tools supply supplies
  pharmacy pharmacies drug drugs chemist chemists clinic hospital dental dentist dentistry optical optician opticians vision eyewear medical
  surgery physio physiotherapy chiropractic veterinary vet vets pet pets kennels grooming
  salon salons hair hairdressers barber barbers beauty cosmetics nails spa massage spa tattoo gym fitness yoga pilates sport sports golf ski surf
  swim swimming bowling climbing karting cinema cinemas theatre theater museum zoo park parks stadium leisure
  clothing clothes apparel uniform uniforms shoes shoe footwear boots fashion fashions boutique jewelers jewellers jewelry jewellery jewellers watches
  handbags caps hats textiles fabric fabrics sewing crafts craft toys toy games hobbies hobby bikes bike bicycle bicycles cycles cycling
  books bookshop bookstore stationery stationers printing printers signs trophies gifts gift cards party balloons
  store stores shop shops shopping mall outlet outlets mart warehouse wholesale wholesalers dept department depot emporium
  cleaning cleaners laundry laundromat drycleaners waste skip recycling disposal pest janitorial locksmith locksmiths
  removals moving movers courier couriers freight logistics shipping haulage transport transportation post postal postage
  church ministries charity foundation school schools college university academy nursery daycare childcare preschool council county municipal
  borough police court parish community club association society federation union library
  insurance solicitors attorney attorneys realty estates funeral bank atm cash vending kiosk
  batteries battery balls adventure adventures centre center stall studios photography photographer
  electricity energy water sewer gasworks utilities bakers confectionery candy chocolate sweets snacks
  pottery ceramics antiques art arts gallery framing frames stones marble granite tiles tile pools pool spas camping outdoor outdoors
  equestrian horse horses saddlery feed feeds seeds plants herbs herbal nutrition vitamins wellness
  aviation marine boats boat yachts rv caravan caravans trailers trailer salvage scrap recovery repairs repair mechanic
  fastfood takeaway kebab pies donuts doughnuts bagels creamery roasters roastery smoothie cookies cakes cake
  fahrschule autohaus apotheke baeckerei metzgerei gasthaus gasthof friseur tankstelle buchhandlung zahnarzt bioladen optik optiker werkstatt brauerei weingut blumen reisebuero
  opticiens opticien atelier boulangerie pharmacie librairie coiffure fleuriste panaderia farmacia peluqueria ferreteria taller libreria gelateria osteria parrucchiere
  bakkerij slagerij apotheek kapper fietsen bodyworks escape jewels blinds ramen shawarma poke boba tapas cantina brunch eatery bodega ristorant lettings
  property properties recruitment staffing jam cooling hvac barbershop magazine magazines newspaper newspapers publications bicyclette lodging brasserie velo ski
  solicitor notary accountants chartered surveyors architects builders decorators scaffolding tyre exhaust mot airsoft paintball trampoline bingo casino lottery
  consulting consultants consultancy advisory cafeteria beverages beverage press agency agencies seminar seminars symposium convention banquet drain drains
  junk retreat retreats awnings awning irrigation packaging wheelchairs labels banners trophy loft lofts venue gala concert orchestra symphony festival
  airports parcel parcels toll tolls gourmet grille taproom saloon pizzas burrito thai vietnamese taqueria orthodontics pediatrics dermatology radiology
  excavating paving asphalt mulch gravel quarry orchard orchards vineyard vineyards cellars distillery helicopters helicopter assn assoc chamber league
  ministry seminary diocese temple synagogue mosque chapel baptist lutheran methodist catholic sheriff constable courthouse dmv univ isd elementary bahn 
  tram trolley cabinets cabinetry sauce pasta pretzel pretzels popcorn smokehouse oyster oysters crab lobster waffle waffles pancake pancakes breakfast
  lunch dinner buffet surfwear swimwear menswear womenswear streetwear workwear lingerie denim sneakers socks jerseys trainers eyeglasses lens lenses
  mechanical hydraulics forklifts crane cranes scaffold bearings fasteners bolts hoses valves pumps filters lubricants cables kits wiring lighting lamps bulbs
  refrigeration boiler boilers gutters siding drywall masonry pavers fireplace fireplaces chimney shuttle limo airlift helipad marina harbour
  dock docks multiplex arcade arcades laser karaoke nightclub obgyn midwife pathology hospice ambulance orthopedic orthopaedic podiatry podiatrist audiology
  hearing psychology psychotherapy counselling acupuncture tailor tailors tailoring embroidery alterations launderette dyers upholsterers gunsmith guns ammo
  archery taxidermy visitor visitors appartements appartement residence residences villa villas cottage cottages inns guesthouse bnb ranch stables kennel
  zoological aquarium planetarium botanical wildlife sanctuary humane shelter rescue rathaus stadt gemeinde praxis hausarzt kirche verein schule kita
  gaertnerei schreinerei sanitaer moebel reifen imbiss doener eiscafe konditorei weinhandlung getraenke lebensmittel spielwaren sporthaus schuhe parkhaus
  bahnhof flughafen stadtwerke krankenhaus klinik notar kanzlei versicherung versicherungen krankenkasse baumarkt getraenkemarkt hofladen fleischerei
  schlachterei raumausstatter malerbetrieb dachdecker steuerberater rechtsanwalt boucherie charcuterie fromagerie epicerie marche bistrot caviste cave caves
  pressing mairie ecole lycee universite assurance assurances mutuelle peage jardin jardinerie quincaillerie bricolage plomberie menuiserie traiteur
  poissonnerie chocolatier vetements chaussures fleurs papeterie imprimerie notaire avocat avocats dentaire medecin crepes creperie restaurante cerveceria
  marisqueria asador meson supermercado carniceria pescaderia fruteria zapateria joyeria relojeria optica clinica ayuntamiento universidad colegio escuela
  gasolinera estacion aparcamiento autopista hostal gestoria abogados notaria seguros imprenta papeleria floristeria lavanderia tintoreria abarrotes
  gasolineria pasteleria tortilleria panificio pasticceria macelleria salumeria alimentari pizzerie tabacchi edicola autostrade comune scuola universita
  benzina albergo agriturismo parrucchieri ottica ferramenta profumeria gioielleria abbigliamento calzature padaria lanchonete churrascaria posto mercearia
  drogaria papelaria prefeitura escola universidade pousada estacionamento pedagio oficina acougue lojas supermarkt tandarts huisarts gemeente parkeren
  tankstation bloemen boekhandel schoenen kleding meubels eetcafe snackbar lunchroom kapsalon rijschool fysiotherapie notaris verzekeringen verzekering
  kinderopvang drogisterij apotek bageri konditori frisor restaurang hotell kommun kommune skola skole tannlege tandlakare livs parkering bokhandel blomster
  gatukok kahvila ravintola apteekki kauppa kirjakauppa apteka sklep restauracja piekarnia kawiarnia lekarna restaurace pekarna kavarna hospoda etterem
  gyogyszertar pekseg szalloda shokudo izakaya ryokan onsen yakitori tempura kissaten bhavan dhaba kirana medicals textile tiffin`
