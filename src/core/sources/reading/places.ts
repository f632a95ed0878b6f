/** Places that news is filed from, to tell "Damascus – " from "Trump – " and a country from a name. */

const cities = new Set(
  `abidjan|abu dhabi|abuja|accra|addis ababa|aden|algiers|almaty|aleppo|amman|amsterdam|ankara|antakya|ashgabat|asmara|astana|asuncion|
  athens|atlanta|auckland|baghdad|baku|bamako|bangkok|bangui|barcelona|basra|beijing|beirut|belfast|belgrade|bengaluru|berlin|bern|
  bishkek|bogota|boston|brasilia|bratislava|brussels|bucharest|budapest|buenos aires|cairo|canberra|cape town|caracas|casablanca|
  chicago|chisinau|colombo|copenhagen|dakar|damascus|daraa|dallas|davos|deir al-zor|delhi|denver|detroit|dhaka|djibouti|dili|doha|
  donetsk|dubai|dublin|dushanbe|edinburgh|entebbe|erbil|frankfurt|gaza|gaza city|geneva|goma|guatemala city|the hague|haifa|hama|
  hamburg|hanoi|harare|havana|hebron|helsinki|hodeidah|homs|hong kong|honolulu|houston|idlib|islamabad|istanbul|jakarta|jeddah|
  jerusalem|johannesburg|juba|kabul|kampala|kandahar|karachi|kathmandu|kharkiv|khartoum|kherson|kigali|kingston|kinshasa|kolkata|
  kuala lumpur|kuwait city|kyiv|kiev|la paz|lagos|lahore|latakia|lima|lisbon|ljubljana|london|los angeles|luanda|lusaka|luxembourg|
  lviv|madrid|managua|manama|manila|maputo|marrakesh|melbourne|mexico city|miami|milan|minsk|mogadishu|monrovia|montevideo|montreal|
  moscow|mosul|mumbai|munich|muscat|nablus|nairobi|naypyidaw|ndjamena|new delhi|new york|niamey|nicosia|nouakchott|odesa|oslo|ottawa|
  ouagadougou|palm beach|panama city|paris|peshawar|philadelphia|phnom penh|port-au-prince|prague|pretoria|pristina|pyongyang|qamishli|
  quetta|quito|rabat|rafah|ramallah|raqqa|reykjavik|riga|rio de janeiro|riyadh|rome|san francisco|san jose|san salvador|sanaa|santiago|
  sao paulo|sarajevo|seattle|seoul|shanghai|sharm el-sheikh|singapore|skopje|sofia|srinagar|stockholm|strasbourg|sulaimaniyah|
  sweida|sydney|taipei|tallinn|tashkent|tbilisi|tehran|tegucigalpa|tel aviv|tirana|tokyo|toronto|tripoli|tunis|tyre|ulaanbaatar|
  united nations|valletta|vancouver|vatican city|venice|vienna|vientiane|vilnius|warsaw|washington|washington dc|washington, d.c.|
  wellington|yangon|yaounde|yerevan|zagreb|zaporizhzhia|zurich`
    .split('|')
    .map((name) => name.trim()),
)

const regions = new Set(
  'west bank|gaza strip|the west bank|the gaza strip|golan heights|kurdistan|middle east|north africa|england|scotland|wales|northern ireland|crimea|kashmir'.split(
    '|',
  ),
)

const countries = new Set(namesOfCountries())

function namesOfCountries(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return codes.flatMap((code) => names.of(code)?.toLowerCase() ?? [])
}

/** Whether these words, standing alone, are a city, a region or a country. */
export function isPlace(words: string): boolean {
  const name = words.trim().toLowerCase()
  return cities.has(name) || regions.has(name) || countries.has(name)
}
