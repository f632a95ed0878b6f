import type { Failure } from '#contract/failure.ts'

/** What main and the engine's process say to each other. What pages and engine say goes through ports of their own. */

export interface EngineStart {
  readonly path: string
  /** `sample` makes the sample casebook where it is not there yet. */
  readonly as: 'existing' | 'new' | 'sample'
  readonly readOnly: boolean
}

/** Main to the engine. A page's port comes with `connect`. */
export type EngineRequest = { readonly kind: 'connect' } | { readonly kind: 'close' }

/** The engine to main: first `opened` or `failed`, at the end nothing but the exit of the process. */
export type EngineReport =
  | { readonly kind: 'opened' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Between main and an engine under another Node, where ports cannot be handed over: their messages, by number. */
export type BridgedRequest =
  | { readonly kind: 'connect'; readonly connection: number }
  | { readonly kind: 'deliver'; readonly connection: number; readonly data: unknown }
  | { readonly kind: 'disconnect'; readonly connection: number }
  | { readonly kind: 'close' }

export type BridgedReport =
  | EngineReport
  | { readonly kind: 'deliver'; readonly connection: number; readonly data: unknown }
  | { readonly kind: 'disconnect'; readonly connection: number }
