import { z } from 'zod'
import { command, job, question } from './calls.ts'

/** The file itself: what it is, what was done to it, whether it is whole. */

export const holder = z.object({ program: z.string(), pid: z.int(), host: z.string(), since: z.string() })
export type Holder = z.infer<typeof holder>

export const casebookInfo = z.object({
  /** Where the file is on disk, and its name without the ending. */
  path: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
  /** The program that holds the file for writing, where this one does not. */
  heldBy: holder.nullable(),
  formatVersion: z.int(),
  bytes: z.int(),
  counts: z.object({ sources: z.int(), highlights: z.int(), entities: z.int(), briefs: z.int() }),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
})
export type CasebookInfo = z.infer<typeof casebookInfo>

export const step = z.object({
  step: z.int(),
  at: z.string(),
  /** In words: `Linked 12 passages to Tom Barrack`. */
  title: z.string(),
  state: z.enum(['done', 'undone']),
})
export type Step = z.infer<typeof step>

export const problem = z.object({
  kind: z.enum(['file', 'index', 'text', 'original', 'highlight', 'citation', 'link']),
  about: z.string(),
  message: z.string(),
  repaired: z.boolean(),
})
export type Problem = z.infer<typeof problem>

const steps = z.object({ steps: z.array(step) })

export const casebookCalls = {
  'casebook.info': question(z.object({}), casebookInfo),
  /** Newest first. */
  'casebook.history': question(z.object({ limit: z.int().positive().optional() }), steps),
  /** Jobs, not commands: undoing is no step of its own. */
  'casebook.undo': job(z.object({ steps: z.int().positive().optional() }), steps),
  'casebook.redo': job(z.object({ steps: z.int().positive().optional() }), steps),
  /** `repair` rebuilds what can be rebuilt; what cannot is named. `ok` is true where nothing is left wrong. */
  'casebook.check': job(
    z.object({ repair: z.boolean().optional() }),
    z.object({ ok: z.boolean(), problems: z.array(problem) }),
  ),
  /** A verified copy of the file, while it is in use. */
  'casebook.backup': job(z.object({ to: z.string() }), z.object({ path: z.string(), bytes: z.int() })),
  'casebook.settings': question(z.object({}), z.object({ settings: z.record(z.string(), z.string()) })),
  'casebook.set': command(z.object({ name: z.string(), value: z.string() }), z.object({})),
} as const
