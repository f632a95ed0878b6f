import type { Brief } from '#contract/briefs.ts'
import type { Engine } from '#contract/engine.ts'
import type { Entity } from '#contract/entities.ts'
import { CasebookError } from '#contract/failure.ts'

/** What a person names at a terminal: an id, or what they see in a list. */

/** @throws CasebookError entity.not-found, also where several have that name */
export async function findEntity(engine: Engine, what: string): Promise<Entity> {
  const { items } = await engine.ask('entities.list', {})
  const named = items.filter(
    ({ id, name, aliases }) => id === what || name === what || aliases.includes(what),
  )
  return theOne(named, what, 'entity.not-found', 'entity')
}

/** @throws CasebookError brief.not-found, also where several have that title */
export async function findBrief(engine: Engine, what: string): Promise<Brief> {
  const { items } = await engine.ask('briefs.list', {})
  return theOne(
    items.filter(({ id, title }) => id === what || title === what),
    what,
    'brief.not-found',
    'brief',
  )
}

function theOne<T extends { id: string }>(
  found: readonly T[],
  what: string,
  code: 'entity.not-found' | 'brief.not-found',
  kind: string,
): T {
  const [one, ...others] = found
  if (one === undefined)
    throw new CasebookError(code, `There is no ${kind} "${what}" in this casebook.`, { what })
  if (others.length === 0) return one
  const ids = found.map(({ id }) => id).join(', ')
  throw new CasebookError(code, `"${what}" is the name of ${found.length}: say which by id (${ids}).`, {
    what,
  })
}
