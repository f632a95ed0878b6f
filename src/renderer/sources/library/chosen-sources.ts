import type { CallInput } from '#contract/engine.ts'
import type { SourceId } from '#contract/ids.ts'

/** What is chosen in the library: some sources by name, or all that the list holds, but a few. All of 100,000 are no 100,000 names. */
export type Chosen =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly total: number; readonly except: ReadonlySet<string> }

export const nothingChosen: Chosen = { kind: 'some', ids: new Set() }

export function chosenSome(ids: Iterable<string>): Chosen {
  return { kind: 'some', ids: new Set(ids) }
}

export function chosenAll(total: number): Chosen {
  return { kind: 'all', total, except: new Set() }
}

export function sizeOf(chosen: Chosen): number {
  return chosen.kind === 'some' ? chosen.ids.size : chosen.total - chosen.except.size
}

export function isChosen(chosen: Chosen, id: string): boolean {
  return chosen.kind === 'some' ? chosen.ids.has(id) : !chosen.except.has(id)
}

export function toggled(chosen: Chosen, id: string): Chosen {
  if (chosen.kind === 'some') return { ...chosen, ids: turned(chosen.ids, id) }
  return { ...chosen, except: turned(chosen.except, id) }
}

function turned(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

/** How the engine is told which sources are meant. */
export type Meant = Pick<CallInput<'sources.edit'>, 'ids' | 'all'>

/** `list` is the question behind the list. Ids come from the engine alone, so each is one of a source. */
export function meantBy(
  chosen: Chosen,
  { filter, missing, newest }: Pick<CallInput<'sources.list'>, 'filter' | 'missing' | 'newest'>,
): Meant {
  if (chosen.kind === 'some') return { ids: [...chosen.ids] as SourceId[] }
  return {
    all: {
      ...(filter === undefined ? {} : { filter }),
      ...(missing === undefined ? {} : { missing }),
      ...(newest === undefined ? {} : { newest }),
      except: [...chosen.except] as SourceId[],
    },
  }
}
