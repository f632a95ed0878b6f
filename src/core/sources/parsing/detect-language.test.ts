import { globSync, readFileSync } from 'node:fs'
import { eld } from 'eld/medium'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedTest } from '../../../shared-material.ts'
import { detectLanguage } from './detect-language.ts'

const samples: Readonly<Record<string, string>> = {
  ar: 'أعلنت الوزارة في بيان صدر مساء الاثنين أن المحادثات ستستأنف الأسبوع المقبل في العاصمة.',
  de: 'Das Ministerium teilte am Montag mit, dass die Gespräche in der nächsten Woche fortgesetzt würden.',
  en: 'The ministry said on Monday that the talks would go on next week, and that it wasn’t worried about them.',
  es: 'El ministerio anunció el lunes que las conversaciones continuarán la próxima semana en la capital.',
  fr: 'Le ministère a annoncé lundi que les pourparlers reprendraient la semaine prochaine dans la capitale.',
  he: 'המשרד הודיע ביום שני כי השיחות יימשכו בשבוע הבא בעיר הבירה, וכי אין מקום לדאגה.',
  ru: 'Министерство сообщило в понедельник, что переговоры продолжатся на следующей неделе в столице.',
  tr: 'Bakanlık pazartesi günü yaptığı açıklamada görüşmelerin gelecek hafta başkentte süreceğini bildirdi.',
  zh: '外交部星期一表示,会谈将于下周在首都继续举行,双方对进展感到满意。',
}

function asPublished(text: string): string | null {
  const found = eld.detect(text.slice(0, 500))
  return found.isReliable() ? found.language : null
}

test('a text is in the language that its words are of', () => {
  const found = Object.values(samples).map((text) => detectLanguage(text))
  expect(found).toEqual(Object.keys(samples))
})

test('no language is told by too few words, by none, or by letters that no language has together', () => {
  expect(['', '12.50 – 3', 'x', 'qzx xqz wqk zzq'].map(detectLanguage)).toEqual([null, null, null, null])
})

test('any mixture of words is told as the package tells it that the table is made from', () => {
  const words = Object.values(samples).flatMap((text) => text.split(' '))
  const word = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ maxLength: 90 }),
    fc.constantFrom("'", '`', '’', '7'),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 90 }), fc.constantFrom(' ', '\n', ', '), (mixed, between) => {
      const text = mixed.join(between)
      expect(detectLanguage(text)).toBe(asPublished(text))
    }),
    { numRuns: 2_000 },
  )
})

sharedTest('texts in every encoding are told as the package tells them', ['corpora'], (corpora) => {
  const files = globSync('**/*.{txt,html,xml,md,eml}', { cwd: corpora })
  const texts = files.map((file) => readFileSync(`${corpora}/${file}`, 'utf8').replace(/<[^>]*>/g, ' '))
  expect(texts.map(detectLanguage)).toEqual(texts.map(asPublished))
})
