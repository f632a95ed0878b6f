/** Which way a text runs, and how long it is. */

const sampleUnits = 1_500
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const letters = /\p{L}/gu
/** Where those scripts have their characters, as code units: asking each character for its script takes ten times as long. */
const mayRunLeftwards = /[\u0590-\u08ff\ud800-\udfff\ufb1d-\ufdff\ufe70-\ufeff]/

export function detectDirection(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, sampleUnits)
  if (!mayRunLeftwards.test(sample)) return 'ltr'
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const leftwards = count(rightToLeft)
  return leftwards > 0 && leftwards * 2 > count(letters) ? 'rtl' : 'ltr'
}

/** Words as `wc -w` counts them: what stands between white space. */
export function countWords(text: string): number {
  let count = 0
  let inWord = false
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = isWhiteSpace(text.charCodeAt(at))
    if (inWord && isSpace) count += 1
    inWord = !isSpace
  }
  return inWord ? count + 1 : count
}

/** What `\s` means, without asking a pattern for every character of a text. */
function isWhiteSpace(unit: number): boolean {
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
  if (unit < 0x2000) return unit === 0xa0 || unit === 0x1680
  return unit <= 0x200a || rareSpaces.has(unit)
}

const rareSpaces: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])
