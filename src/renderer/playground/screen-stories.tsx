import { type ReactNode, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import type { CasebookHost } from '#contract/host.ts'
import { useHovered } from '../highlights/hover/hovered-store.ts'
import type { ConnectionState } from '../session/connect.ts'
import { SessionProvider, usePlace } from '../session/session.tsx'
import { App } from '../shell/app.tsx'
import { useDialogs } from '../shell/dialogs-store.ts'
import { useImportStore } from '../sources/import/import-store.ts'
import { chosenAll, chosenSome, nothingChosen } from '../sources/library/chosen-sources.ts'
import { useLibrary } from '../sources/library/library-store.ts'
import { usePressed } from './press-buttons.ts'
import { sampleSources } from './sample-data.ts'
import { sampleEngine } from './sample-engine.ts'
import { failedReport, samplePreviews } from './sample-imports.ts'
import type { NamedScreen, ScreenState } from './screen-state.ts'
import { searchStories } from './search-stories.ts'
import type { Story } from './stories.tsx'

const source = 'source_a1f00001'
const report = await sampleEngine().ask('sources.import', { items: [{ kind: 'path', path: '' }] })

const screens: readonly NamedScreen[] = [
  ['library', 'Library', {}],
  [
    'library-chosen',
    'Library, two chosen',
    {
      prepare: () => useLibrary.getState().choose(chosenSome(sampleSources.slice(0, 2).map(({ id }) => id))),
    },
  ],
  ['library-shown', 'Library, details', { prepare: () => useLibrary.getState().show(source) }],
  ['library-large', 'Library, 100,000 sources', { engine: { size: 'large' } }],
  [
    'library-missing',
    'Library, those of 100,000 without a date',
    { engine: { size: 'large' }, press: ['Without a date'] },
  ],
  [
    'library-correcting',
    'Library, correcting 100,000 sources',
    {
      engine: { size: 'large', waiting: ['sources.edit'] },
      prepare: () => useLibrary.getState().choose(chosenAll(100_000)),
      press: ['Correct', 'Clear publisher'],
    },
  ],
  ['library-empty', 'Library, empty', { engine: { size: 'empty' } }],
  ['library-waiting', 'Library, waiting', { engine: { waiting: ['sources.list'] } }],
  ['library-failed', 'Library, failed', { engine: { failing: ['sources.list'] } }],
  ['reader', 'Reader', { place: { kind: 'source', id: source } }],
  [
    'reader-parts',
    'Reader, parts of a text with page furniture',
    { place: { kind: 'source', id: 'source_a1f00002' }, press: ['About'] },
  ],
  [
    'reader-beside',
    'Reader, two sources beside each other',
    { place: { kind: 'source', id: source, beside: { id: 'source_a1f00004' } } },
  ],
  ['reader-right-to-left', 'Reader, right to left', { place: { kind: 'source', id: 'source_a1f00004' } }],
  [
    'reader-mark-card',
    'Reader, whom a mark in Arabic names',
    {
      place: { kind: 'source', id: 'source_a1f00004' },
      prepare: () => useHovered.getState().show(['highlight_c0000003'], 'keys'),
    },
  ],
  ['review', 'Marks on a newer version', { place: { kind: 'review' } }],
  ['review-empty', 'Marks, nothing to review', { place: { kind: 'review' }, engine: { size: 'empty' } }],
  ['types', 'Types and tags', { place: { kind: 'types' } }],
  ['types-no-tags', 'Types, no tags yet', { place: { kind: 'types' }, engine: { size: 'empty' } }],
  ...searchStories,
  ['entities', 'Entities', { place: { kind: 'entities' } }],
  ['entity', 'An entity', { place: { kind: 'entity', id: 'entity_d0000001' } }],
  ['briefs', 'Briefs', { place: { kind: 'briefs' } }],
  ['brief', 'A brief', { place: { kind: 'brief', id: 'brief_e0000001' } }],
  ['briefs-empty', 'Briefs, none yet', { place: { kind: 'briefs' }, engine: { size: 'empty' } }],
  [
    'brief-failed',
    'A brief that cannot be read',
    { place: { kind: 'brief', id: 'brief_e0000001' }, engine: { failing: ['briefs.get'] } },
  ],
  ['history', 'History', { place: { kind: 'history' } }],
  ['palette', 'Palette', { prepare: () => useDialogs.getState().show('palette') }],
  ['keys', 'Keys', { prepare: () => useDialogs.getState().show('keys') }],
  ['appearance', 'Appearance', { prepare: () => useDialogs.getState().show('appearance') }],
  ['check', 'Check', { prepare: () => useDialogs.getState().show('check') }],
  [
    'paste',
    'Import, pasted text',
    { prepare: () => useImportStore.getState().set({ kind: 'paste', text: '', html: null }) },
  ],
  [
    'importing',
    'Import, running',
    {
      prepare: () =>
        useImportStore.getState().set({
          kind: 'running',
          doing: 'importing',
          progress: { done: 1_240, total: 5_000, label: 'wire/01-freighter-boarded.txt' },
          elapsed: 9_000,
          cancelling: false,
          cancel: () => {},
        }),
    },
  ],
  [
    'import-questions',
    'Import, what the files leave open',
    {
      prepare: () => useImportStore.getState().set({ kind: 'preview', files: samplePreviews, incoming: [] }),
    },
  ],
  [
    'paste-formatted',
    'Import, pasted with formatting',
    {
      prepare: () =>
        useImportStore.getState().set({
          kind: 'paste',
          text: 'Strait closed to tankers\n\nThe strait was closed on Monday.',
          html: '<h1>Strait closed to tankers</h1><p>The strait was closed on Monday.</p>',
        }),
    },
  ],
  [
    'import-failed',
    'Import, all failed',
    { prepare: () => useImportStore.getState().set({ kind: 'done', report: failedReport, incoming: [] }) },
  ],
  [
    'import-settings',
    'Watched folders and dates',
    { prepare: () => useImportStore.getState().set({ kind: 'settings' }) },
  ],
  ['difference', 'What differs', { place: { kind: 'difference', from: source, to: 'source_a1f00002' } }],
  [
    'difference-summarised',
    'What differs, in whole stretches',
    {
      place: { kind: 'difference', from: source, to: 'source_a1f00002' },
      engine: { summarised: true },
    },
  ],
  [
    'difference-failed',
    'What differs, failed',
    {
      place: { kind: 'difference', from: source, to: 'source_a1f00002' },
      engine: { failing: ['sources.difference'] },
    },
  ],
  [
    'trace',
    'Where does this come from?',
    { place: { kind: 'trace', text: 'The master of the vessel said that nobody was hurt.' } },
  ],
  ['trace-empty', 'Where does this come from?, before pasting', { place: { kind: 'trace', text: '' } }],
  [
    'imported',
    'Import, report',
    { prepare: () => useImportStore.getState().set({ kind: 'done', report, incoming: [] }) },
  ],
  ['read-only', 'Held by another program', { engine: { readOnly: true } }],
  ['lost', 'Connection lost', { connection: 'lost' }],
  ['not-saved', 'Not saved', { announce: { name: 'casebook.saveFailed', message: 'The disk is full.' } }],
]

export const screenStories: readonly Story[] = screens.map(([id, title, state]) => ({
  id: `screens/${id}`,
  title,
  show: () => <Screen key={id} state={state} />,
}))

const nothingPressed: readonly string[] = []

const host: CasebookHost = { kind: 'browser', platform: 'linux', version: '' }

function Screen({ state }: { readonly state: ScreenState }): ReactNode {
  const [world] = useState(() => worldOf(state))
  usePressed(state.press ?? nothingPressed)
  return (
    <SessionProvider engine={world.engine} host={host}>
      <App connection={world.connection} />
    </SessionProvider>
  )
}

function worldOf({
  place = { kind: 'library' },
  engine: options,
  connection = 'open',
  announce,
  prepare,
}: ScreenState) {
  const engine = sampleEngine(options)
  useDialogs.getState().close()
  useImportStore.getState().set({ kind: 'none' })
  useLibrary.getState().choose(nothingChosen)
  useLibrary.getState().show(null)
  usePlace.setState({ place, side: 'first', past: [], future: [] })
  prepare?.()
  // Once the screens listen.
  if (announce !== undefined) setTimeout(() => engine.announce(announce), 200)
  return { engine, connection: createStore<ConnectionState>(() => connection) }
}
