/**
 * Who may import whom, as data. `rooms.test.ts` reads every import and holds it against this table;
 * `src/README.md` explains it. A change here comes with a note in `src/decisions/`.
 */

export const rooms = [
  'contract',
  'text',
  'wire',
  'core',
  'main',
  'preload',
  'cli',
  'web',
  'renderer',
] as const
export type Room = (typeof rooms)[number]

export interface RoomRule {
  /** Rooms whose files may be imported. */
  readonly rooms: readonly Room[]
  /** Packages (or `node:`, or a scope such as `@lexical/`) that may be imported. `*` is any package not denied. */
  readonly packages: readonly string[]
  readonly denied: readonly string[]
}

export const roomRules: Record<Room, RoomRule> = {
  contract: { rooms: [], packages: ['zod'], denied: [] },
  text: { rooms: [], packages: [], denied: [] },
  wire: { rooms: ['contract'], packages: [], denied: [] },
  core: {
    rooms: ['contract', 'text'],
    packages: ['node:', '*'],
    denied: ['electron', 'react', 'lexical', '@lexical/', 'ws', 'commander', 'dompurify'],
  },
  renderer: {
    rooms: ['contract', 'wire', 'text'],
    packages: ['*'],
    denied: ['node:', 'electron', 'better-sqlite3'],
  },
  preload: { rooms: ['contract', 'wire'], packages: ['electron'], denied: [] },
  main: { rooms: ['contract', 'wire'], packages: ['node:', 'electron'], denied: [] },
  web: { rooms: ['contract', 'wire', 'core'], packages: ['node:', 'ws', 'zod'], denied: ['electron'] },
  cli: {
    rooms: ['contract', 'core'],
    packages: ['node:', 'commander', 'cli-progress'],
    denied: ['electron'],
  },
}

/** Single files that may do what their room may not. */
export const doorways: readonly { readonly file: string; readonly room: Room }[] = [
  // The desktop host touches the engine in one place: the process that runs it.
  { file: 'main/engine-process.ts', room: 'core' },
  // `casebook serve` starts the browser host.
  { file: 'cli/commands/serve.ts', room: 'web' },
  // Offsets leave the program as code points.
  { file: 'cli/commands/reanchor.ts', room: 'text' },
]

/** Packages that one folder alone may import. */
export const keepers: readonly { readonly packages: readonly string[]; readonly folder: string }[] = [
  { packages: ['lexical', '@lexical/'], folder: 'renderer/writing/' },
  { packages: ['better-sqlite3'], folder: 'core/' },
]

/** The order of the stations inside `core` and `renderer`: one imports only those before it. */
export const stationOrder = [
  'casebook',
  'sources',
  'search',
  'reader',
  'highlights',
  'entities',
  'claims',
  'briefs',
  'exports',
] as const
export type StationName = (typeof stationOrder)[number]
