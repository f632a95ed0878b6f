/**
 * What can go wrong, as a closed list. A promise that could not be kept is a CasebookError with one of these
 * codes and a sentence for the analyst; anything else that is thrown is a fault of the program.
 */

export const failureCodes = [
  // what was asked for
  'input.invalid',
  'input.unknown-call',
  // the casebook file
  'casebook.not-found',
  'casebook.exists',
  'casebook.not-one',
  'casebook.newer',
  'casebook.read-only',
  'casebook.held',
  'casebook.damaged',
  'casebook.closed',
  'disk.full',
  'disk.failed',
  // files brought in
  'source.not-found',
  'source.unreadable',
  'source.empty',
  'source.binary',
  'source.encoding',
  'source.too-large',
  'source.unsupported',
  'source.encrypted',
  'source.damaged',
  'source.no-text',
  'source.timeout',
  // marks, names, texts
  'highlight.not-found',
  'highlight.outside',
  'highlight.quote-differs',
  'type.not-found',
  'tag.not-found',
  'tag.exists',
  'entity.not-found',
  'brief.not-found',
  'brief.unknown-citation',
  'annotation.invalid',
  'annotation.unknown-source',
  'annotation.quote-not-found',
  'annotation.quote-ambiguous',
  'export.unwritable',
  'search.not-found',
  // doing and undoing
  'undo.nothing',
  'redo.nothing',
  'undo.busy',
  'job.cancelled',
  'connection.lost',
  'engine.fault',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** Names and numbers that a message speaks of, for programs that read it. Never source text. */
export type About = Readonly<Record<string, string | number | boolean | null>>

export interface Failure {
  readonly code: FailureCode
  readonly message: string
  readonly about: About
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export class CasebookError extends Error {
  readonly code: FailureCode
  readonly about: About

  /** `message` is written for the analyst: what happened, and what to do. */
  constructor(code: FailureCode, message: string, about: About = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CasebookError'
    this.code = code
    this.about = about
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message, about: this.about }
  }

  static from(failure: Failure): CasebookError {
    return new CasebookError(failure.code, failure.message, failure.about)
  }
}
