/** Lines that belong to the page, not to the article: menus, newsletters, cookies, sharing, "read more", copyright. */

const sections = new Set(
  `home|homepage|news|latest|latest news|breaking news|breaking|top stories|top news|headlines|world|world news|international|national|local|
  region|regional|politics|business|economy|markets|finance|money|technology|tech|science|health|environment|climate|culture|arts|
  entertainment|lifestyle|life|style|travel|food|sport|sports|football|opinion|opinions|editorial|editorials|comment|analysis|
  commentary|columnists|columns|features|feature|explainer|explained|investigations|interview|interviews|in depth|in-depth|long read|
  video|videos|photos|pictures|gallery|podcasts|podcast|audio|live|live updates|exclusive|special report|magazine|weather|jobs|
  middle east|middle east news|mideast|africa|asia|asia pacific|europe|americas|us|u.s.|usa|us & canada|uk|us news|uk news|israel|israel news|
  syria|syria news|defense|defence|security|diplomacy|conflict|conflicts|war|terrorism|energy|education|religion|society|crime|law|
  more|menu|search|sections|all sections|about|about us|contact|contact us|sign in|log in|login|register|subscribe|my account|account|
  donate|newsletters|newsletter|e-paper|epaper|archive|archives|shop|topics|tags|share|save|print|email|e-mail|copy link|facebook|
  twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|flipboard|messenger|threads|bluesky|follow us|follow|
  skip to content|skip to main content|skip to navigation|advertisement|advertisements|ad|sponsored|sponsored content|promoted|
  loading|loading...|close|next|previous|back|back to top|listen|listen to this article|play|watch|comments|leave a comment|post a comment|
  add a comment|no comments|most read|most popular|trending|trending now|recommended|related|related stories|related articles|
  related news|you may also like|you might also like|more stories|more news|more from us|editor's picks|editors' picks|don't miss|
  read more|see also|also read|press release|press releases|privacy policy|terms of use|terms of service|cookie policy|terms|
  accept|accept all|reject all|manage preferences|arabic|english|français|español|hebrew|deutsch|türkçe|russian|en|ar|fr|es|he`
    .split('|')
    .map((name) => name.trim()),
)

/** A word of a menu, a section of a paper, a button. */
export function isSectionName(words: string): boolean {
  return sections.has(words.trim().toLowerCase().replaceAll('’', "'"))
}

/** A line made of nothing but sections and buttons: `World | Middle East`, `Home News Sport`, `Share Tweet Print`. */
export function isMenu(line: string): boolean {
  // Sentences are what is mostly asked about: none of them is cut up in vain.
  if (line.length >= longestMenu) return false
  if (isSectionName(line)) return true
  if (separator.test(line)) {
    const separated = line.split(/\s*[|>›»•·/\\→]\s*|\s{2,}|\t/).filter((part) => part !== '')
    if (separated.length > 1 && separated.filter(isSectionName).length >= separated.length / 2)
      return separated.every((part) => part.length < 30)
  }
  return line.length < longestRun && isRunOfSections(line.split(/[\s,]+/))
}

const longestMenu = 200
const longestRun = 120
const separator = /[|>›»•·/\\→\t]|\s{2}/

/** Whether the words can be read as section names one after the other, at least two of them. */
function isRunOfSections(words: readonly string[]): boolean {
  let [at, sectionsRead] = [0, 0]
  while (at < words.length) {
    const length = [3, 2, 1].find((many) => isSectionName(words.slice(at, at + many).join(' ')))
    if (length === undefined) return false
    at += length
    sectionsRead++
  }
  return sectionsRead > 1
}

const shortLine = 280

/** Each begins the line or names the thing outright: a sentence that only speaks of cookies or newsletters is none. */
const chrome: readonly RegExp[] = [
  // newsletters and subscriptions
  /\b(?:sign(?:ing)? up|subscribe|register|join)\b.{0,80}\b(?:newsletters?|daily (?:email|brief(?:ing)?|digest)|inbox|mailing list|updates|alerts|channel|whatsapp|telegram)\b/i,
  /^(?:to (?:get|receive|read) (?:more|our|the)\b.*|.*\bclick here\b.*)$/i,
  /^(?:get|receive) .{0,60}\b(?:newsletter|in your inbox|to your inbox|delivered|straight to)/i,
  /^(?:subscribe|sign up|sign in|log in|register)(?: now| today| here| to| for|$)/i,
  /^(?:already a (?:subscriber|member)|this (?:article|content|story) is (?:for|reserved|available) .{0,30}(?:subscribers|members)|you have \d+ free articles)/i,
  /^(?:enter your e-?mail|your e-?mail address|email address)/i,
  // cookies and consent
  /\b(?:we|this (?:web)?site|our partners) (?:use|uses|and our partners use)\b.{0,40}\bcookies\b/i,
  /^(?:by (?:continuing|using|signing up|subscribing|clicking|submitting)\b.{0,60}\b(?:you agree|you accept|you consent))/i,
  /^(?:accept|manage|reject)(?: all)? cookies\b|^cookie (?:policy|settings|preferences)/i,
  // more to read, to share, to install
  /^(?:read|see|watch|listen)\s+(?:also|more|next|now|the full|on)\b\s*[:|–—-]?/i,
  /^(?:also read|related(?: (?:articles?|stories|news|topics|content|coverage|video|reading))?|more (?:from|on|about|in|stories)|more:|must read|don['’]t miss|recommended(?: for you)?|editor['’]?s['’]? (?:pick|choice)s?|you (?:may|might) (?:also )?(?:like|be interested)|up next|most (?:read|popular|viewed)|trending|what to read next|further reading)\b.{0,200}$/i,
  /^(?:read|see|also|related|more|watch|listen)\s*(?::|>>|»|→|\|)/i,
  /^(?:share|tweet|print|save|email|copy link|bookmark)\b.{0,60}\b(?:article|story|post|page|this|facebook|twitter|whatsapp|x)\b.{0,40}$/i,
  /^(?:follow|like|find|join) us (?:on|at)\b/i,
  /^follow .{0,60}\bon (?:twitter|x|facebook|instagram|telegram|google news|whatsapp)\b/i,
  /^(?:download|get|install) (?:our|the) .{0,40}\bapp\b/i,
  /^(?:support|donate|help us|become a (?:member|supporter|patron)|make a (?:donation|contribution))\b.{0,160}\b(?:journalism|today|independent|newsroom|donat|contribut|support|member|now)\b/i,
  /^(?:listen to (?:this )?(?:article|story)|\d+ min(?:ute)?s? (?:read|listen)|reading time|estimated reading time)/i,
  /^(?:advertisement|advertising|sponsored|promoted|story continues below|article continues (?:after|below)|continue reading|scroll to continue|skip advertisement)\b.{0,60}$/i,
  /^(?:skip to|jump to|back to|go to|return to) (?:main |the )?(?:content|navigation|top|comments|homepage|home)\b/i,
  /^(?:\d+ comments?|leave a (?:comment|reply)|post a comment|comments? (?:are closed|\(\d+\))|view (?:all )?comments|join the (?:conversation|discussion))/i,
  /^(?:tags?|topics?|keywords?|filed under|categories|category|posted in|in this (?:story|article))\s*:/i,
  /^(?:have|got) (?:a (?:tip|story)|any (?:tips|comments))|^(?:send|email) (?:us|your) .{0,40}(?:tip|comments?|feedback|letters)/i,
  /^(?:this (?:article|story|report|post) (?:was|has been|first|originally|is) .{0,80}\b(?:published|republished|appeared|updated|generated|syndicated|licen[cs]e|edited|translated)\b)/i,
  /^the post .{1,200} (?:first )?appeared first on\b/i,
  /^(?:disclaimer|correction|editor['’]?s note|note)\s*:/i,
  /^sources?\s*:\s*.{2,60}$|^(?:with|from|by|and) (?:(?:news|wire) )?agencies\.?$/i,
  /^(?:lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|lee también|te puede interesar|leia também|veja também|leggi anche|lees ook|läs också|les også|læs også|czytaj (?:też|także)|zobacz (?:też|także)|читайте также|читайте ещё|смотрите также|по теме\s*:|читайте також|ayrıca (?:okuyun|bakınız)|ilgili haber(?:ler)?|bunu da okuyun|baca juga|اقرأ أيضا?ً?|إقرأ أيضا?ً?|شاهد أيضا?ً?|اقرأ المزيد|קראו גם|קראו עוד|ראו גם|関連記事|あわせて読みたい|相关阅读|延伸阅读|관련기사)(?![\p{L}])/iu,
  // releases, prints and mails
  /^(?:for (?:immediate )?release(?:$|\s*[:,–—-]|\s+(?:on|at|\d))|(?:under )?embargo(?:ed)?(?:\s*:|\s+until\b)|not for (?:publication|release)\b|(?:media|press|news) (?:release|contacts?)\s*:?$|notes? to editors?\b|contact (?:us|details)?\s*:)/i,
  /^(?:a version of this (?:article|story)|this (?:article|story) appeared in)\b/i,
  /^(?:the )?(?:views|opinions) (?:and opinions )?expressed\b.{0,120}\b(?:own|not necessarily|solely|authors?['’]?s?['’]?)\b/i,
  /^(?:first |originally )?published (?:in|by) (?!(?:19|20)\d\d)[^.]{2,80}$/i,
  /^(?:view (?:this (?:e-?mail|newsletter) )?(?:in|on) (?:your |a |the )?(?:web )?browser|trouble viewing|you(?:['’]re| are) receiving this|unsubscribe|update your (?:email )?preferences|manage (?:your )?subscriptions?|forward(?:ed)? this (?:e-?mail|newsletter))\b/i,
  /^view this (?:e-?mail|newsletter)\b/i,
  /^listen to (?:this )?(?:article|story|audio)\b/i,
  /^\S+@\S+\.\S+$/,
  // rights
  /^(?:©|\(c\)|copyright\b)/i,
  /\ball rights reserved\b/i,
  /^(?:terms (?:of|and|&)|privacy policy|do not sell)/i,
  // clocks and weather in a site's head
  /^(?:today is|current time|local time|it is now)\b/i,
  /^[^.]{0,50}-?\d{1,2}\s?°\s?[CF]?[^.]{0,25}$/,
  /^https?:\/\/\S+$|^www\.\S+$/i,
  /^(?:[-–—=_*#•·]\s*){1,}$|^(?:\* ){2,}\*$/,
  // agencies' own endings
  /^\(?(?:reporting|writing|additional reporting|editing|compiled|edited|translated|produced) by\b.{0,300}$/i,
  /^(?:our standards|editing by)\b/i,
]

/** `Policy Brief No. 14`: the series that a paper stands in. Its capitals tell it from a sentence. */
const series = /^(?:\p{Lu}\p{L}*\s){1,4}(?:No\.?|Nr\.?|N°|№|#|Vol\.?)\s?\d+(?:\s*[,|/–—]\s*.{0,40})?$/u

/** One pattern is asked in place of fifty; apart, or each that begins the line would be tried at every character of it. */
const opening = eitherOf(chrome.filter(({ source }) => source.startsWith('^')))
const within = eitherOf(chrome.filter(({ source }) => !source.startsWith('^')))

function eitherOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'iu')
}

/** Single words that are never a heading between two paragraphs. */
const buttons =
  /^(?:share|save|print|e-?mail|copy link|facebook|twitter|whatsapp|telegram|linkedin|reddit|advertisements?|ad|sponsored|subscribe|newsletters?|sign in|log in|read more|see also|also read|related|related (?:stories|articles|news)|comments|listen|loading\.*|close|next|previous|most read|trending|recommended)$/i

/** Whether the line is the page's and not the article's. Between paragraphs a lone section name may be a heading. */
export function isChrome(line: string, where: 'edge' | 'body' = 'edge'): boolean {
  if (line.length > shortLine) return false
  if (opening.test(line) || within.test(line)) return true
  if (where === 'edge' && series.test(line)) return true
  return isMenu(line) && (where === 'edge' || !isSectionName(line) || buttons.test(line))
}
