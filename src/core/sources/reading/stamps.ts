import { edtfDays } from '#text/edtf.ts'
import { type DateOrder, findDates } from './dates.ts'

/** A moment as markup and headers write it (ISO 8601, RFC 2822, or words) → EDTF to the minute. Null where it is no date. */
export function normaliseStamp(stamp: string, order?: DateOrder): string | null {
  const words = stamp.trim()
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)\d*)?(Z)?$/.exec(words)
  if (compact) {
    const [, year, month, day, hour, minute, zone = ''] = compact
    return checked(`${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}${zone}`}`)
  }
  const short = checked(words)
  if (short !== null && !/T\d\d:\d\d:/.test(words)) return short
  const found = findDates(words, order)[0]
  return found ? checked(found.edtf.replace(/(T\d\d:\d\d):\d\d/, '$1')) : null
}

function checked(edtf: string): string | null {
  return edtfDays(edtf) === null ? null : edtf
}
