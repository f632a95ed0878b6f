import { isMenu } from './page-chrome.ts'

/** Names that say who publishes: agencies, papers, broadcasters. Used for words that stand alone, never for running text. */

const known = new Set(
  `reuters|ap|the associated press|associated press|afp|agence france-presse|upi|united press international|dpa|efe|ansa|
  tass|itar-tass|interfax|ria novosti|xinhua|kyodo|kyodo news|yonhap|anadolu|anadolu agency|aa|sana|irna|isna|fars|tasnim|wafa|petra|
  spa|wam|qna|kuna|mena|nna|pti|ani|app|bernama|antara|jta|jns|jewish telegraphic agency|bloomberg|bloomberg news|axios|politico|semafor|
  al jazeera|aljazeera|al arabiya|al-monitor|al monitor|middle east eye|the new arab|the national|arab news|asharq al-awsat|haaretz|ynet|
  ynetnews|i24news|the jerusalem post|jerusalem post|the times of israel|times of israel|israel hayom|rudaw|kurdistan 24|north press|
  enab baladi|syria direct|bbc|bbc news|bbc world service|cnn|cnbc|nbc news|abc news|cbs news|fox news|msnbc|npr|pbs newshour|voa|
  voice of america|rfe/rl|radio free europe/radio liberty|deutsche welle|dw|france 24|rfi|euronews|sky news|itv news|channel 4 news|
  the guardian|guardian|the observer|the independent|the times|the sunday times|the telegraph|the daily telegraph|financial times|ft|
  the economist|daily mail|mailonline|the sun|the mirror|evening standard|the new york times|new york times|the washington post|
  washington post|the wall street journal|wall street journal|usa today|los angeles times|the atlantic|the new yorker|time|newsweek|
  foreign policy|foreign affairs|the hill|vox|vice news|the intercept|propublica|the daily beast|business insider|huffpost|le monde|
  le figaro|libération|der spiegel|spiegel|die zeit|frankfurter allgemeine zeitung|süddeutsche zeitung|el país|el mundo|la repubblica|
  corriere della sera|the hindu|the indian express|hindustan times|ndtv|dawn|geo news|the straits times|south china morning post|scmp|
  global times|the japan times|nikkei asia|the sydney morning herald|the age|abc|sbs news|the globe and mail|cbc news|cbc|the irish times|
  rté|rte|the moscow times|meduza|kyiv independent|the kyiv independent|ukrinform|daily sabah|hürriyet daily news|trt world|press tv|
  gulf news|khaleej times|al-ahram|ahram online|daily star|the daily star|l'orient today|naharnet|mehr news|mehr news agency`
    .split('|')
    .map((name) => name.trim()),
)

const agencies = new Set(
  `reuters|ap|afp|upi|dpa|efe|ansa|tass|itar-tass|interfax|ria novosti|xinhua|kyodo|yonhap|anadolu|aa|sana|irna|isna|fars|tasnim|wafa|
  petra|spa|wam|qna|kuna|mena|nna|pti|ani|app|bernama|antara|jta|jns|bloomberg|prnewswire|business wire|globe newswire|cna|cnn|bbc|voa|
  rfe/rl|axios|the associated press|associated press|agence france-presse|anadolu agency|xinhua news agency|thomson reuters foundation`
    .split('|')
    .map((name) => name.trim()),
)

const pressWord =
  'Times|Post|Herald|Tribune|Journal|Gazette|Chronicle|Observer|Guardian|Telegraph|Daily|News|Press|Agency|Monitor|Standard|Independent|Mirror|Express|Star|Globe|Mail|Review|Today|Newswire|Wire|Network|Radio|TV|Television|Broadcasting|Media|Magazine|Courier|Dispatch|Bulletin|Sentinel|Examiner|Inquirer|Register|Ledger|Echo|Advertiser|Weekly|Insider|Newspaper|Online|Hour|Tagblatt|Zeitung'
const namedLikeAPaper = new RegExp(
  String.raw`^(?:[Tt]he\s+)?(?:\p{Lu}[\p{L}'’.-]*\s+(?:of\s+(?:the\s+)?|and\s+|&\s+)?){1,4}(?:${pressWord})(?:\s+(?:Agency|Service|Online|Network|International|Group))?$|^(?:[Tt]he\s+)?(?:${pressWord})\s+of\s+\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?$`,
  'u',
)
const webName = /^(?:www\.)?[a-z0-9-]{2,}\.(?:com|org|net|news|info|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})$/i

/** Whether these words, standing alone, are an outlet's name. */
export function isOutlet(words: string): boolean {
  const name = words.trim()
  if (name.length > 60 || name.length < 2) return false
  const folded = name.toLowerCase().replaceAll('’', "'")
  if (known.has(folded)) return isWrittenAsName(name)
  return webName.test(name) || (namedLikeAPaper.test(titleCase(name)) && !isMenu(name))
}

/** Whether these words are a news agency's name, as they stand in brackets behind a dateline's place. */
export function isAgency(words: string): boolean {
  const folded = words.trim().toLowerCase()
  return agencies.has(folded) || isOutlet(words)
}

/** "time" and "the sun" are words, "Time" and "THE SUN" may be names. */
function isWrittenAsName(name: string): boolean {
  return /\p{Lu}/u.test(name) || /[^\p{L}\s]/u.test(name)
}

function titleCase(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name.replace(/\p{L}+/gu, (word) =>
    /^(?:OF|THE|AND)$/.test(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase(),
  )
}
