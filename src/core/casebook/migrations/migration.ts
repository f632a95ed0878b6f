/** One step of the file format. Steps are applied in order, each in one transaction, and never changed afterwards. */
export interface Migration {
  /** What `user_version` says after it. */
  readonly version: number
  readonly name: string
  readonly sql: string
}
