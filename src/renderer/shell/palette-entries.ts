import { useMemo } from 'react'
import type { SavedSearch } from '#contract/saved-searches.ts'
import type { SearchName } from '#contract/search.ts'
import type { Source } from '#contract/sources.ts'
import { placeOfSaved } from '../search/search.tsx'
import { type Place, useAnswer, useCommands, usePlace } from '../session/session.tsx'
import { dayInWords, nameOf } from '../sources/sources.tsx'
import { indexPalette, type PaletteEntry } from './palette-index.ts'

/** What the palette finds: everything here that goes by a name, and everything that can be done. */

const mostFound = 14
const mostRecent = 6
/** A casebook with more sources than this asks its engine for the rest. */
const mostIndexed = 1_500

/** Without letters: where one was last, then what can be done here. With them: what fits, places that were visited first. */
export function useFoundEntries(typed: string): readonly PaletteEntry[] {
  const commands = useCommandEntries()
  const { data: sources } = useAnswer('sources.list', {
    sort: 'imported',
    descending: true,
    limit: mostIndexed,
  })
  const named = useNamedEntries()
  const beyond = (sources?.total ?? 0) > mostIndexed && typed.length > 1
  const { data: more } = useAnswer('sources.list', beyond ? { filter: typed, limit: mostFound } : null, {
    keep: true,
  })
  const recent = useRecentIds()

  const entries = useMemo(
    () => [...commands, ...named, ...(sources?.items ?? []).map(entryOfSource)],
    [commands, named, sources],
  )
  const index = useMemo(() => indexPalette(entries), [entries])
  if (typed === '') {
    const byId = new Map(entries.map((entry) => [entry.id, entry]))
    return [...recent.flatMap((id) => byId.get(id) ?? []).slice(0, mostRecent), ...commands]
  }
  const found = index.find(typed, mostFound)
  const known = new Set(found.map(({ id }) => id))
  const others = (beyond ? (more?.items ?? []) : []).map(entryOfSource).filter(({ id }) => !known.has(id))
  const visited = new Set(recent)
  return [...found, ...others].toSorted((a, b) => Number(visited.has(b.id)) - Number(visited.has(a.id)))
}

function entryOfSource(source: Source): PaletteEntry {
  return {
    id: source.id,
    kind: 'source',
    title: nameOf(source),
    details: [source.publisher ?? '', dayInWords(source.published)].filter((detail) => detail !== ''),
    otherNames: [],
    place: { kind: 'source', id: source.id },
  }
}

/** Entities, tags, briefs and saved searches: few enough to be held by name, all of them. */
function useNamedEntries(): readonly PaletteEntry[] {
  const { data: names } = useAnswer('search.names', { kinds: ['entity', 'tag', 'brief'] })
  const { data: saved } = useAnswer('search.saved', {})
  return useMemo(() => {
    const entries = (names?.items ?? []).flatMap(entryOfName)
    return [...entries, ...(saved?.items ?? []).map(entryOfSearch)]
  }, [names, saved])
}

function entryOfName(named: SearchName): PaletteEntry[] {
  const common = { id: named.id, title: named.name, details: [], otherNames: [] }
  switch (named.kind) {
    case 'entity': {
      const { kind, id, aliases } = named
      return [{ ...common, kind, details: aliases.slice(0, 2), otherNames: aliases, place: { kind, id } }]
    }
    case 'tag': {
      const query = `tag:"${named.name.replaceAll('"', '')}"`
      return [{ ...common, kind: 'tag', place: { kind: 'search', query } }]
    }
    case 'brief':
      return [{ ...common, kind: 'brief', place: { kind: 'brief', id: named.id } }]
    // Of these more is wanted than their names, and elsewhere asked for.
    case 'source':
    case 'search':
      return []
  }
}

function entryOfSearch(saved: SavedSearch): PaletteEntry {
  const { id, name: title, query } = saved
  return { id, kind: 'search', title, details: [query], otherNames: [], place: placeOfSaved(saved) }
}

function useCommandEntries(): readonly PaletteEntry[] {
  const commands = useCommands((state) => state.commands)
  return useMemo(() => {
    const offered = commands.filter(({ hidden, disabled }) => hidden !== true && disabled !== true)
    const byId = new Map(offered.map((command) => [command.id, command]))
    return [...byId.values()].map(
      ({ id, title, group }): PaletteEntry => ({
        id,
        kind: 'command',
        title,
        details: [group],
        otherNames: [],
        place: null,
      }),
    )
  }, [commands])
}

/** What was looked at last, the newest first; where one is now is no news. */
function useRecentIds(): readonly string[] {
  const past = usePlace((state) => state.past)
  const here = usePlace((state) => idOf(state.place))
  const ids = past.toReversed().flatMap((place) => idOf(place) ?? [])
  return [...new Set(ids)].filter((id) => id !== here)
}

function idOf(place: Place): string | null {
  if ('id' in place) return place.id
  return place.kind === 'search' ? (place.saved ?? null) : null
}
