import type { CallName, EngineEvent, Progress } from '#contract/engine.ts'
import type { Failure } from '#contract/failure.ts'

/** What travels from the page to the engine. `id` counts up on the asking side. */
export type Request =
  | { readonly kind: 'ask'; readonly id: number; readonly name: CallName; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }

/** What travels back. */
export type Reply =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'event'; readonly event: EngineEvent }
