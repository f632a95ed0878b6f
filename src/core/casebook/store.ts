import type BetterSqlite3 from 'better-sqlite3'

export type Value = string | number | bigint | Uint8Array | null

/**
 * SQL in, rows out, over one connection. Statements are prepared once. The row type is the caller's word for what
 * its own SQL selects: nothing from outside the program is ever part of the SQL.
 */
export class Store {
  readonly db: BetterSqlite3.Database
  readonly #statements = new Map<string, BetterSqlite3.Statement>()

  constructor(db: BetterSqlite3.Database) {
    this.db = db
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  /** The first column of the first row, which must be there: for counts and the like. */
  value<T extends Value>(sql: string, ...values: Value[]): T {
    return Object.values(this.get<Record<string, T>>(sql, ...values) ?? {})[0] as T
  }

  /** Rows one by one, for more of them than memory should hold. */
  each<Row>(sql: string, ...values: Value[]): IterableIterator<Row> {
    return this.db.prepare(sql).iterate(...values) as IterableIterator<Row>
  }

  run(sql: string, ...values: Value[]): { changes: number; key: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values)
    return { changes, key: Number(lastInsertRowid) }
  }

  /**
   * All that `read` asks sees one state of the file. SQLite takes its lock once and not with each statement, which for a small one is
   * most of its time.
   */
  atOnce<T>(read: () => T): T {
    return this.db.inTransaction ? read() : this.db.transaction(read)()
  }

  #statement(sql: string): BetterSqlite3.Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

/** `?,?,?` for as many values as there are. */
export function placeholders(values: readonly unknown[]): string {
  return values.map(() => '?').join(',')
}
