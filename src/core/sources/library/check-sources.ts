import type { Problem } from '#contract/casebook.ts'
import { readText, type Store } from '../../casebook/casebook.ts'
import { type PackedOriginal, unpackOriginal } from '../original.ts'
import { sha256Of } from '../sha256.ts'

/** Texts and originals never change: each must still be what its SHA-256 says. Neither can be rebuilt, so they are named. */

/** One by one, for a casebook of any size. */
export function* checkTexts(store: Store): Generator<Problem | null> {
  const rows = store.all<{ key: number; sha256: string; length: number; label: string }>(
    `SELECT texts.key, texts.sha256, texts.length, min(coalesce(sources.title, sources.label)) AS label
     FROM texts JOIN sources ON sources.text = texts.key GROUP BY texts.key`,
  )
  for (const { key, sha256, length, label } of rows) {
    const text = readText(store, key)
    const whole = text.length === length && sha256Of(text) === sha256
    yield whole
      ? null
      : problem('text', label, `The text of “${label}” is not what was imported: open a backup.`)
  }
}

export function* checkOriginals(store: Store): Generator<Problem | null> {
  const rows = store.all<{ sha256: string; label: string }>(
    `SELECT originals.sha256, min(sources.label) AS label
     FROM originals JOIN sources ON sources.original = originals.sha256 GROUP BY originals.sha256`,
  )
  for (const { sha256, label } of rows) {
    yield isWhole(store, sha256)
      ? null
      : problem('original', label, `The original of “${label}” is not what was imported: open a backup.`)
  }
}

function isWhole(store: Store, sha256: string): boolean {
  const row = store.get<PackedOriginal>(
    'SELECT bytes, packing, packed FROM originals WHERE sha256 = ?',
    sha256,
  )
  if (row === undefined) return false
  try {
    const bytes = unpackOriginal(row)
    return bytes.length === row.bytes && sha256Of(bytes) === sha256
  } catch {
    // Packed bytes that cannot be unpacked are damaged, whatever zstd says of them.
    return false
  }
}

function problem(kind: 'text' | 'original', about: string, message: string): Problem {
  return { kind, about, message, repaired: false }
}
