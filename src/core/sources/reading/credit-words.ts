import { newsLocales } from './month-names.ts'

/** The small words of bylines and date lines, in the languages that news is most often read in. */

const updatedWords =
  'updated?|modified|edited|revised|mise? à jour|dernière mise à jour|modifiée?|actualizado|última actualización|atualizado|última atualização|aktualisiert|zuletzt (?:aktualisiert|geändert)|aggiornato|ultimo aggiornamento|(?:laatst )?bijgewerkt|(?:son )?güncelle(?:me|nme)(?: tarihi)?|aktualizacja|zaktualizowano|обновлено|изменено|оновлено|uppdaterad|opdateret|oppdatert|diperbarui|تحديث|آخر تحديث|עודכן|수정|최종수정|最終更新|更新(?:日時?)?'
const publishedWords =
  'published|posted|issued|date|released|created|publication date|publiée?|publicad[oa]|publicação|veröffentlicht|stand|pubblicato|gepubliceerd|geplaatst|yayın(?:lanma)?(?: tarihi)?|opublikowano|data publikacji|опубликовано|дата публикации|опубліковано|publicerad|publiceret|publisert|diterbitkan|تاريخ النشر|نشر(?: في)?|פורסם|입력|등록|승인|公開(?:日時?)?|发布(?:时间|日期)?'
const connectives = 'on|at|by|in|le|el|am|il|op|em|den|der|dnia|в|ב'

export const updatedLabel = new RegExp(
  String.raw`^(?:last )?(?:${updatedWords})(?!\p{L})(?: date)?(?:\s*[:：]|\s+(?:${connectives}))*\s*(?<rest>.*)$`,
  'iu',
)
export const publishedLabel = new RegExp(
  String.raw`^(?:first )?(?:${publishedWords})(?!\p{L})(?: date)?(?:\s*[:：]|\s+(?:${connectives}))*\s*(?<rest>.*)$`,
  'iu',
)

const clock =
  /^(?:at\s+)?(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*)?(?:\(?(?:GMT|UTC|[ECMPI][SD]?T|BST|CET|CEST|EEST|EET|MSK|AST|KSA|local time|hrs|Z)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?\)?)?$/i
const readingWords =
  'read(?:ing time)?|listen|watch|lesezeit|(?:temps )?de lecture|(?:tiempo )?de lectura|(?:tempo )?de leitura|(?:tempo )?di lettura|leestijd|czytania|чтения|okuma(?: süresi)?|קריאה|قراءة|lesetid|läsning'
const readingTime = new RegExp(
  String.raw`^(?:(?:temps|tiempo|tempo|estimated)?\s*(?:${readingWords})\s*[:：]?\s*)?(?:ca\.?\s*)?\d+\s*-?\s*(?:min\p{L}*\.?|мин\p{L}*\.?|dk\.?|dakika\p{L}*|דקות|دقائق|分)(?:\s+(?:${readingWords}))?$`,
  'iu',
)
const passing =
  /^(?:by|uhr|on|at|in|and|the|to|le|el|am|um|om|à|of|updated?|new|(?:yesterday|today)(?:\s+at\s+\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?)?|just now|\d+\s?[smhdw]|\d+ (?:comments?|shares?|views?)|\d+|advertisement|all posts|permalink|permanent link|edit|reply|report)$/i

/** As papers shorten them beyond the tables. */
const englishDay = /^(?:tues|wednes|wednesday|thur|thurs)\.?$/i
let weekdays: ReadonlySet<string> | null = null

/** Made when a line first asks: the names of all weekdays, from the platform's own tables. */
function isWeekday(words: string): boolean {
  weekdays ??= new Set(newsLocales.flatMap(weekdaysIn))
  return words.length < 20 && weekdays.has(words.toLowerCase().replace(/\.$/, ''))
}

function weekdaysIn(locale: string): string[] {
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
    const names = [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2025, 0, day)))
    return names.map((name) => name.toLowerCase().replace(/\.$/, ''))
  })
}

/** Words that may stand in a credit line and say nothing that is kept. */
export function isPlainWord(words: string): boolean {
  return (
    isWeekday(words) ||
    englishDay.test(words) ||
    clock.test(words) ||
    passing.test(words) ||
    readingTime.test(words)
  )
}

export const byWord =
  /^(?:(?:(?:written|story|words|text|report|analysis|opinion|reported|posted|published|article|commentary|exclusive)\s+)?by|authors?|(?:ein(?:e|en)?\s+)?(?:bericht|analyse|kommentar|reportage|interview|gastbeitrag|artikel|text)\s+von|(?:un\s+)?(?:texte|article|reportage|analyse)\s+(?:de|par)|(?:escrito|texto|reportaje|análisis)\s+(?:por|de)|par|por|von|di|door|av|af|oleh|yazan|бай|автор|текст|بقلم|كتب|كتبت|מאת)(?:\s*:\s*|\s+)(?<rest>\S.*)$/iu
