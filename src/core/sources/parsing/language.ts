import type { eld as Eld } from 'eld/medium'

/** Which language a text is in, and which way it runs. */

const sampleUnits = 1_500
/** Enough to tell a language by; what more words cost is most of what reading a short article costs. */
const languageUnits = 500

type Detector = typeof Eld
let detector: Detector | null = null

/** Loads the detector's tables (0.4 s, once) only when the first text asks. */
async function languageDetector(): Promise<Detector> {
  detector ??= (await import('eld/medium')).eld
  return detector
}

/** ISO 639-1, or null where the words are too few or too mixed to tell. */
export async function detectLanguage(text: string): Promise<string | null> {
  const found = (await languageDetector()).detect(text.slice(0, languageUnits))
  return found.isReliable() ? found.language : null
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const letters = /\p{L}/gu

export function detectDirection(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, sampleUnits)
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  return count(rightToLeft) * 2 > count(letters) ? 'rtl' : 'ltr'
}

/** Words as `wc -w` counts them: what stands between white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
