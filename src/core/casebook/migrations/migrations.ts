import { first } from './0001-first.ts'
import { search } from './0002-search.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [first, search]

/** The file format that this program writes. */
export const formatVersion = migrations.length
