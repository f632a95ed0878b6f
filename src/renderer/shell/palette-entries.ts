import { useMemo } from 'react'
import type { EntityId, SourceId } from '#contract/ids.ts'
import type { SavedSearch } from '#contract/saved-searches.ts'
import type { FoundEntity, FoundTitle, SearchName } from '#contract/search.ts'
import { placeOfSaved } from '../search/search.tsx'
import { type Place, useAnswer, useCommands, usePlace } from '../session/session.tsx'
import { dayInWords } from '../sources/sources.tsx'
import { indexPalette, inOrder, type PaletteEntry } from './palette-index.ts'

/** What the palette finds: everything here that goes by a name, and everything that can be done. */

const mostFound = 14
const mostRecent = 6
/** Without letters: where one was last, then what can be done here. With them: what fits, places that were visited first. */
export function useFoundEntries(typed: string): {
  readonly entries: readonly PaletteEntry[]
  /** Sources and entities are still looked for. */
  readonly isWaiting: boolean
} {
  const commands = useCommandEntries()
  const named = useNamedEntries()
  // First: a name is found faster than a title with a slip in it, and answers come in the order of questions.
  const { data: entities, isFetching: isNaming } = useAnswer(
    'search.entities',
    typed === '' ? null : { letters: typed, limit: mostFound },
    { keep: true },
  )
  const { data: titles, isFetching } = useAnswer(
    'search.titles',
    typed === '' ? null : { letters: typed, limit: mostFound },
    { keep: true },
  )
  const recent = useRecentIds()
  const latest = useLatest(recent.slice(0, mostRecent))

  const entries = useMemo(() => [...commands, ...named], [commands, named])
  const index = useMemo(() => indexPalette(entries), [entries])
  if (typed === '') {
    const byId = new Map([...entries, ...latest].map((entry) => [entry.id, entry]))
    const lastSeen = recent.flatMap((id) => byId.get(id) ?? []).slice(0, mostRecent)
    return { entries: [...lastSeen, ...commands], isWaiting: false }
  }
  const found = [
    ...index.find(typed, mostFound),
    ...(entities?.items ?? []).map(entryOfEntity),
    ...(titles?.items ?? []).map(entryOfSource),
  ]
  return { entries: inOrder(found, typed, new Set(recent)), isWaiting: isFetching || isNaming }
}

/** The sources and entities among these, by name. */
function useLatest(ids: readonly string[]): readonly PaletteEntry[] {
  const [sources, entities] = [ids.filter(isSource), ids.filter(isEntity)]
  const { data: titles } = useAnswer('search.titles', sources.length === 0 ? null : { ids: sources })
  const { data: named } = useAnswer('entities.list', entities.length === 0 ? null : { ids: entities })
  return [...(titles?.items ?? []).map(entryOfSource), ...(named?.items ?? []).map(entryOfEntity)]
}

function isSource(id: string): id is SourceId {
  return id.startsWith('source_')
}

function isEntity(id: string): id is EntityId {
  return id.startsWith('entity_')
}

function entryOfEntity({ id, name: title, aliases }: FoundEntity): PaletteEntry {
  return {
    id,
    kind: 'entity',
    title,
    details: aliases.slice(0, 2),
    otherNames: aliases,
    place: { kind: 'entity', id },
  }
}

function entryOfSource({ id, name: title, label, publisher, published }: FoundTitle): PaletteEntry {
  const stated = [publisher ?? '', dayInWords(published)].filter((detail) => detail !== '')
  return {
    id,
    kind: 'source',
    title,
    // Many letters have one title: where nothing else is stated, the name of the file tells them apart.
    details: stated.length === 0 && label !== title ? [label] : stated,
    otherNames: [],
    place: { kind: 'source', id },
  }
}

/** Tags, briefs and saved searches: few enough to be held by name, all of them. */
function useNamedEntries(): readonly PaletteEntry[] {
  const { data: names } = useAnswer('search.names', { kinds: ['tag', 'brief'] })
  const { data: saved } = useAnswer('search.saved', {})
  return useMemo(() => {
    const entries = (names?.items ?? []).flatMap(entryOfName)
    return [...entries, ...(saved?.items ?? []).map(entryOfSearch)]
  }, [names, saved])
}

function entryOfName(named: SearchName): PaletteEntry[] {
  const common = { id: named.id, title: named.name, details: [], otherNames: [] }
  switch (named.kind) {
    case 'tag': {
      const query = `tag:"${named.name.replaceAll('"', '')}"`
      return [{ ...common, kind: 'tag', place: { kind: 'search', query } }]
    }
    case 'brief':
      return [{ ...common, kind: 'brief', place: { kind: 'brief', id: named.id } }]
    // Of these more is wanted than their names, and elsewhere asked for.
    case 'source':
    case 'entity':
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
      ({ id, title, group, otherNames = [] }): PaletteEntry => ({
        id,
        kind: 'command',
        title,
        details: [group],
        otherNames,
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
