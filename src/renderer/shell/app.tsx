import { type ReactNode, useEffect } from 'react'
import type { StoreApi } from 'zustand'
import { MessageRegion } from '../parts/messages.tsx'
import { type PaneEntry, Panes } from '../parts/panes.tsx'
import type { ConnectionState } from '../session/connect.ts'
import { type Place, useAnswer, usePlace } from '../session/session.tsx'
import { ImportDialogs } from '../sources/sources.tsx'
import { useAppCommands } from './app-commands.ts'
import { AppearanceDialog } from './appearance-dialog.tsx'
import { Banners } from './banners.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { DropAndPaste } from './drop-and-paste.tsx'
import { useFrame, useNarrow } from './frame-store.ts'
import { KeysSheet } from './keys-sheet.tsx'
import { Navigation } from './navigation.tsx'
import { pageAt, paneAt } from './pages.tsx'
import { Palette } from './palette.tsx'
import { TitleBar } from './title-bar.tsx'
import './app.css'

/** The window: the casebook's rooms on the left, the page in the middle, what belongs to it on the right. */
export function App({ connection }: { readonly connection: StoreApi<ConnectionState> }) {
  const { place, side } = usePlace()
  useAppCommands()
  useWindowTitle()
  const pane = paneAt(place, side)
  return (
    <div className="app">
      <TitleBar hasRight={pane !== null} />
      <Banners connection={connection} />
      <Frame place={place} pane={pane} />
      <ImportDialogs />
      <Palette />
      <KeysSheet />
      <AppearanceDialog />
      <CheckDialog />
      <DropAndPaste />
      <MessageRegion />
    </div>
  )
}

function Frame({ place, pane }: { readonly place: Place; readonly pane: ReactNode }) {
  const narrow = useNarrow()
  const { left, right, visited, leave } = useFrame()
  // Going somewhere ends the visit to a side pane.
  useEffect(leave, [place, leave])
  useEffect(forgetSecondClick, [place])
  const navigation: PaneEntry = {
    id: 'left',
    label: 'Casebook',
    landmark: 'nav',
    content: <Navigation />,
    size: '264px',
    smallest: '200px',
    largest: '420px',
  }
  const page: PaneEntry = {
    id: 'page',
    label: 'Page',
    landmark: 'main',
    content: pageAt(place),
    smallest: '320px',
  }
  const inspector: PaneEntry = {
    id: 'right',
    label: 'Details',
    landmark: 'aside',
    content: pane,
    size: '336px',
    smallest: '240px',
    largest: '560px',
  }
  if (narrow) {
    const shown = visited === 'left' ? navigation : visited === 'right' && pane !== null ? inspector : page
    return (
      <Panes
        id="narrow"
        panes={[{ id: shown.id, label: shown.label, landmark: 'main', content: shown.content }]}
      />
    )
  }
  return (
    <Panes
      id="frame"
      panes={[...(left ? [navigation] : []), page, ...(right && pane !== null ? [inspector] : [])]}
    />
  )
}

/** Milliseconds in which a second press is still the other half of a double click. */
const doubleClick = 500

/**
 * Who opens a place with a double click where one click was enough presses once more on the page that has just come. That
 * press must not select its words: pressing on them again would drag them.
 */
function forgetSecondClick(): () => void {
  const forget = (event: MouseEvent) => {
    if (event.detail > 1) event.preventDefault()
  }
  const stop = () => document.removeEventListener('mousedown', forget, true)
  document.addEventListener('mousedown', forget, true)
  const timer = setTimeout(stop, doubleClick)
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function useWindowTitle(): void {
  const { data } = useAnswer('casebook.info', {})
  useEffect(() => {
    document.title = data === undefined ? 'Casebook' : `${data.name} — Casebook`
  }, [data])
}
