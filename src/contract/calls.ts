import type { z } from 'zod'

/**
 * A call is a name, what goes in and what comes out.
 * - a question changes nothing;
 * - a command is one transaction, one undo step and one line of history;
 * - a job takes long: it reports progress, can be cancelled, and leaves whole items or nothing.
 */
export type CallKind = 'question' | 'command' | 'job'

export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: CallKind
  readonly input: I
  readonly output: O
}

export const question = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'question', input, output }) as const
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', input, output }) as const
export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'job', input, output }) as const
