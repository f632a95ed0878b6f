import type { z } from 'zod'
import { briefsCalls } from './briefs.ts'
import type { CallKind } from './calls.ts'
import { casebookCalls } from './casebook.ts'
import { copiesCalls } from './copies.ts'
import { entitiesCalls } from './entities.ts'
import { exportsCalls } from './exports.ts'
import { highlightsCalls } from './highlights.ts'
import { queryListsCalls } from './query-lists.ts'
import { rereadingCalls } from './rereading.ts'
import { savedSearchesCalls } from './saved-searches.ts'
import { searchCalls } from './search.ts'
import { sourcesCalls } from './sources.ts'

/** Everything the engine can be asked, in one table, and everything it announces. */
export const calls = {
  ...casebookCalls,
  ...sourcesCalls,
  ...copiesCalls,
  ...rereadingCalls,
  ...searchCalls,
  ...savedSearchesCalls,
  ...queryListsCalls,
  ...highlightsCalls,
  ...entitiesCalls,
  ...briefsCalls,
  ...exportsCalls,
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallsOfKind<K extends CallKind> = {
  [N in CallName]: Calls[N]['kind'] extends K ? N : never
}[CallName]
/** What a caller hands in, and what the engine works with once it is parsed. */
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>
export type ParsedInput<N extends CallName> = z.output<Calls[N]['input']>
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>

/** The parts of a casebook that screens keep copies of. */
export const stations = ['casebook', 'sources', 'highlights', 'entities', 'briefs', 'search'] as const
export type Station = (typeof stations)[number]

/** After a command: the ids that it touched, or null where there were too many to name. */
export type EngineEvent =
  | { readonly name: `${Station}.changed`; readonly ids: readonly string[] | null }
  | { readonly name: 'casebook.saveFailed'; readonly message: string }

/** `done` of `total` (null while unknown), and the name of what is being worked on. */
export interface Progress {
  readonly done: number
  readonly total: number | null
  readonly label: string
}

/** What an `AbortSignal` is to the engine; every runtime's own fits. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface AskOptions {
  readonly signal?: CancelSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** The engine as its users see it, near or far: every call by name, announcements, and an end. */
export interface Engine {
  /** @throws CasebookError */
  ask<N extends CallName>(name: N, input: CallInput<N>, options?: AskOptions): Promise<CallOutput<N>>
  /** @returns its own undo */
  onEvent(listener: (event: EngineEvent) => void): () => void
  close(): Promise<void>
}
