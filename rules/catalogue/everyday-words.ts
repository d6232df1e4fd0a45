/**
 * Everyday words that shops, restaurants and people's names also begin with. As a whole stem each would claim charges of
 * strangers (`BEAR`, `HARVEST`); with a domain, an asterisk or a second word it is safe (`HARVEST TIME`).
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  `about access account action active adjust admin agency air alpha amber amp apex apple arc art asset atlas auto avenue
  bank base basis bay beacon bear best better bill bird blink blue board bold bolt book bowl box branch bread bridge
  bright buffer bus business butter cafe camp canvas canto capital captain car card care cargo cart case castle center
  central chameleon chart check chef church circle city clay clear clever click climb clinic clip close cloud club coach
  coast code coffee color comet common company compass complete computer concord conductor connect consensus contact
  control cook copper coral corner cortex country courier craft creative credit crown crystal curve daily dash data date
  day deal delta demo dental design desk diamond digital direct discover dock doctor donut door dragon draw dream drift
  drip drive eagle early earth east easy edge electric element elite energy engine enterprise envoy event every evolve
  exact exchange expert express eye factor factory falcon family farm fast feed field finance find fire first fish five
  fit flame flex flight float flock flow fly focus foot force forest form foundation fox frame free fresh front fuel full
  fund fusion future game garden gas gate gem general genius ghost gift glass global gold golden good granite grand
  graph gray great green grid ground group grove grow guide guru hand happy harbor harmony harvest haven health heap
  heart height help hero high hill hive home honey horizon host hotel house hub hunter ice icon idea image impact index
  infinity info ink inn inside insight instant intercom iron island jam jasper jet journey jump keeper key king kit
  kitchen knock lake land later launch law lead leaf lean learn legal lever lex library life lift light lime line linear
  link lion list little live local lock logic loop lotus love luna lunch mad magic mail main major make map mark market
  marvel master match mate max media mega mem memory mention mercury mesa metro mind mint mirror mobile modal mode modern
  monday money monitor moon moss motion mountain move multi mural music nature neon nest net new news next nimble ninety
  noble node north notion nova number oak ocean office oil olive one online open opera optic oracle orange orbit order
  organic otter outline outlook oxygen pacific page paint palm panda paper park partner pass path patriot pay peak pearl
  people pepper perfect petal phone photo pine pioneer pitch pizza plain plan planet play plaza plus point pool port post
  power premier press prime print prism pro product profit progress proof pulse pure quick radar radio rain ramp range
  rapid raven reach read real red reflect relay render rent report rescue rest retail rewind ridge right ring river road
  robin rock rocket roll roost rose round royal run sage sail salon sand scout scribe sea search second secure seed
  segment select senior sense service seven share shell shield shift shine ship shop short shortcut sign signal silver
  simple singular site six sketch skill sky slack sleek small smart smash snap social soft solar solid sound source south
  space spark spike spin spirit splice spline split spoke spot spring sprout square stack staff stage star start state
  station steel stencil step stone store storm story strap stream street strong studio style summit sun super surf surfer
  swan swift switch table tag tailwind tandem tango target taxi tea team tech temple ten terminus test things tick tide
  tiger time timely tome top torch total touch tower town trade trail train transistor travel tree trend triangle trip
  true trust turn twist uber union united up urban valley value vault vector venture video view village vine vision vista
  vital voice warm wash water wave web west whale wheel white wide wild wind window wing wire wise wolf women wonder wood
  word work world write yard yes young zen zero zip zone zoom`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)
