import { Command } from 'cmdk'
import { Fragment, type ReactNode, useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { BriefsIcon, EntitiesIcon, ForwardIcon, SearchIcon, SourcesIcon, TagIcon } from '../parts/icons.tsx'
import { Keys } from '../parts/keys.tsx'
import { runCommand, useCommands, usePlace } from '../session/session.tsx'
import { useChosenRow } from './chosen-row.ts'
import { useDialogs } from './dialogs-store.ts'
import { useFoundEntries } from './palette-entries.ts'
import type { PaletteEntry } from './palette-index.ts'
import './palette.css'

/** Anything by a few letters: commands, sources, entities, tags, briefs, saved searches; Enter goes there or does it. */
export function Palette() {
  const { open, close } = useDialogs()
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={open === 'palette'}
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
      isDismissable
    >
      <Modal className="dialog-window palette-window" data-size="medium">
        <AriaDialog aria-label="Find anything" className="dialog">
          <PaletteBody close={close} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ close }: { readonly close: () => void }) {
  const [typed, setTyped] = useState('')
  const { entries, isWaiting } = useFoundEntries(typed.trim())
  const open = useOpenEntry()
  const go = usePlace((state) => state.go)
  const take = (row: string) => {
    const entry = entries.find(({ id }) => id === row)
    close()
    if (entry !== undefined) open(entry)
    else if (typed.trim() !== '') go({ kind: 'search', query: typed.trim() })
  }
  const chosen = useChosenRow(entries[0]?.id ?? searchRow, isWaiting, take)
  return (
    <Command
      shouldFilter={false}
      loop
      label="Find anything"
      className="palette"
      value={chosen.row}
      onValueChange={chosen.follow}
      onKeyDown={chosen.press}
      onPointerMove={chosen.point}
    >
      <Command.Input
        className="palette-field"
        autoFocus
        placeholder="A source, an entity, a tag, a brief, a search, or what to do"
        value={typed}
        onValueChange={(letters) => {
          chosen.forget()
          setTyped(letters)
        }}
      />
      <Command.List className="palette-list">
        {[...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, alike]) => (
          <Command.Group key={kind} heading={headings[kind]}>
            {alike.map((entry) => (
              <Row key={entry.id} entry={entry} onSelect={() => take(entry.id)} />
            ))}
          </Command.Group>
        ))}
        {typed.trim() !== '' && (
          <Command.Group heading="Search">
            <Command.Item value={searchRow} className="palette-row" onSelect={() => take(searchRow)}>
              <SearchIcon />
              <span className="palette-title one-line">
                Search everything for “<bdi>{typed.trim()}</bdi>”
              </span>
            </Command.Item>
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}

/** Its value in the list, as the others have their ids. */
const searchRow = 'search everything'

const headings: Readonly<Record<PaletteEntry['kind'], string>> = {
  command: 'What to do',
  source: 'Sources',
  entity: 'Entities',
  tag: 'Tags',
  brief: 'Briefs',
  search: 'Saved searches',
}

const icons: Readonly<Record<PaletteEntry['kind'], ReactNode>> = {
  command: <ForwardIcon />,
  source: <SourcesIcon />,
  entity: <EntitiesIcon />,
  tag: <TagIcon />,
  brief: <BriefsIcon />,
  search: <SearchIcon />,
}

function Row({ entry, onSelect }: { readonly entry: PaletteEntry; readonly onSelect: () => void }) {
  const keys = useCommands(
    (state) => state.commands.find((command) => command.id === entry.id)?.keys?.[0] ?? null,
  )
  return (
    <Command.Item value={entry.id} className="palette-row" onSelect={onSelect}>
      {icons[entry.kind]}
      <span className="palette-title one-line">
        <bdi>{entry.title}</bdi>
      </span>
      <span className="palette-detail one-line">
        {entry.details.map((detail, at) => (
          <Fragment key={detail}>
            {at > 0 && ' · '}
            <bdi>{detail}</bdi>
          </Fragment>
        ))}
      </span>
      {keys !== null && <Keys keys={keys} />}
    </Command.Item>
  )
}

function useOpenEntry(): (entry: PaletteEntry) => void {
  const go = usePlace((state) => state.go)
  return ({ id, place }) => {
    if (place === null) runCommand(id)
    else go(place)
  }
}
