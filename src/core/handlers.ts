import type {
  CallName,
  CallOutput,
  CallsOfKind,
  CancelSignal,
  ParsedInput,
  Progress,
} from '#contract/engine.ts'
import type { Casebook, Reading, Transaction } from './casebook/casebook.ts'

/** How a station answers a call: its kind in the contract says which shape its function has. */
export type Handlers = { readonly [N in CallName]: Handler<N> }

type Handler<N extends CallName> =
  N extends CallsOfKind<'question'>
    ? (reading: Reading, input: ParsedInput<N>, job: Job) => CallOutput<N> | Promise<CallOutput<N>>
    : N extends CallsOfKind<'command'>
      ? (tx: Transaction, input: ParsedInput<N>) => CallOutput<N>
      : (casebook: Casebook, input: ParsedInput<N>, job: Job) => Promise<CallOutput<N>>

/** Long work: say how far it is, and stop between two whole items when asked to. */
export interface Job {
  readonly progress: (progress: Progress) => void
  readonly signal: CancelSignal
}
