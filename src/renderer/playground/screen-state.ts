import type { EngineEvent } from '#contract/engine.ts'
import type { ConnectionState } from '../session/connect.ts'
import type { Place } from '../session/session.tsx'
import type { SampleOptions } from './sample-engine.ts'

/** The whole window in a state that is worth looking at. */
export interface ScreenState {
  readonly place?: Place
  readonly engine?: SampleOptions
  readonly connection?: ConnectionState
  readonly announce?: EngineEvent
  /** Puts other stores into their state. */
  readonly prepare?: () => void
  /** Buttons that are pressed one after the other, each as soon as it stands there: its name or its beginning. */
  readonly press?: readonly string[]
}

export type NamedScreen = readonly [id: string, title: string, state: ScreenState]
