/** What the engine asks of the world. A test hands in a world that holds still. */
export interface Outside {
  /** The clock. */
  readonly now: () => Date
  /** Letters for a new id, never the same twice: 16 or more of 0–9 a–z. */
  readonly newId: () => string
  /** The program that works on the casebook, as another program would be told: `Casebook (terminal)`. */
  readonly program: string
  /** A text file that is shipped with the program, by its name below `resources`: `export/brief.css`. */
  readonly resource: (name: string) => string
  readonly log: (entry: LogEntry) => void
}

/** Ids, counts and causes. Never source text: a log may be sent to somebody. */
export interface LogEntry {
  readonly level: 'info' | 'warning' | 'fault'
  readonly what: string
  readonly about?: Readonly<Record<string, string | number | boolean | null>>
  readonly cause?: unknown
}
