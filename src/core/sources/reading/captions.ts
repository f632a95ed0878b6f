import type { Line } from './lines.ts'

/** Which lines stand under a picture: they end in a photographer's or agency's credit, say "file photo", or stand twice. */

const creditAtEnd = [
  // (Photo by Abdulaziz KETAZ / AFP) · (AP Photo/Hussein Malla) · [File: Omar Sanadiki/AP Photo] · (Reuters/X) · (Screenshot)
  /[([][^()[\]]{0,80}\b(?:photos?|photograph(?:er|y)?|image|picture|file|pool|credit|screenshot|screengrab|courtesy|getty|getty images|handout|epa|shutterstock|archive|illustrati(?:on|ve)|foto|photographe)\b[^()[\]]{0,100}[)\]]\.?$/i,
  /[([](?:[^()[\]]{2,60}\s?\/\s?)?(?:AFP|AP|Reuters|REUTERS|EPA|EPA-EFE|Getty Images|Anadolu(?: Agency)?|Xinhua|Flash90|TASS|SANA|WAFA|dpa|Bloomberg)(?:\s?\/\s?[^()[\]]{2,60}|\s+(?:via|through)\s+[^()[\]]{2,40})?[)\]]\.?$/,
  /(?:^|[.\s|–—-]\s?)(?:photo(?:graph)?s?|pictures?|images?|photo credit|image credit|picture credit|credits?)\s*(?:by|from|:|\/|©|courtesy)\s*[^.]{2,80}\.?$/i,
  /\b(?:REUTERS|Reuters|AFP|AP Photo|EPA|Getty Images)\s?\/\s?\p{Lu}[\p{L}'’. -]{2,40}(?:\/(?:File|Pool|Handout|File Photo))?\s*(?:Purchase Licensing Rights.*)?$/u,
  /\p{L}\s?\/\s?(?:AFP|AP|REUTERS|Reuters|EPA(?:-EFE)?|Getty(?: Images)?|AP Photo|Flash90|Anadolu(?: Agency| Images)?|Shutterstock|TASS|Xinhua)\.?$/u,
  /(?:via|through) (?:Getty Images|REUTERS|Reuters|AP|AFP|Shutterstock)\)?\.?$/,
]
const opensLikeACaption =
  /^(?:(?:file\s?(?:photo|picture|image|-)|(?:photo|picture|image|caption|illustration|illustrative(?: photo)?|photo illustration|in this (?:photo|image|picture)|pictured|above|© )\s*[:–—|-])|FILE\s?[:–—-]|\[?(?:Photo|Image|Illustrative)\]?\s*[:(]|(?:A|This) (?:file|handout|combination|general|satellite|undated|screen) ?(?:photo|picture|view|grab|image|of pictures)\b|\(?(?:photo|image|picture)s? (?:credit|by|courtesy)\b|© \p{Lu})/iu
/** `Getty Images Ferries lie idle in the old harbour`: some sites put the picture's agency first. */
const opensWithCredit =
  /^(?:(?:[A-Z]{2,5}|Reuters)\s+via\s+)?(?:Getty Images|PA Media|Shutterstock|Alamy|AP Photo)\s+\p{Lu}.*[^.?!”"]$/u
const creditAlone =
  /^[([]?\s*(?:(?:photos?|pictures?|images?|foto|photo credit|image credit|credit|credits)\s*(?:by|:|©|–|-|courtesy of)\s*.{2,90}|\p{Lu}[\p{L}'’. -]{1,40}\s?\/\s?(?:AFP|AP|Reuters|REUTERS|EPA|Getty Images|Anadolu|Flash90|AP Photo)(?: via .{2,30})?|(?:AP|EPA|AFP) Photo\s?\/.{2,60}|Getty Images)\s*[)\]]?\.?$/iu

/** Longer than this is a paragraph that happens to end with a credit in brackets. */
const longestCaption = 900

export function isCaption(line: string): boolean {
  if (line.length > longestCaption) return false
  if (creditAlone.test(line) || opensLikeACaption.test(line) || opensWithCredit.test(line)) return true
  return hasSignOfCredit.test(line) && creditAtEnd.some((pattern) => pattern.test(line))
}

/** Without one of these no credit stands at the end: that spares a sentence six patterns that look through all of it. */
const hasSignOfCredit = /[/)\]]|via|through|photo|picture|image|credit/i

/** Lines of some length that stand more than once one after the other, or of which another copy is a caption. */
export function repeatedCaptions(lines: readonly Line[]): Set<Line> {
  const repeated = new Set<Line>()
  lines.forEach((line, at) => {
    if (line.text.length < 30) return
    if (lines[at + 1]?.text === line.text) {
      repeated.add(line)
      repeated.add(lines[at + 1] ?? line)
    }
  })
  const captions = new Set([...repeated].map(({ text }) => text))
  for (const line of lines) if (captions.has(line.text)) repeated.add(line)
  return repeated
}
