import { Command } from 'cmdk'
import { Fragment, type ReactNode, useMemo, useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import type { BriefId, EntityId, SourceId } from '#contract/ids.ts'
import { BriefsIcon, EntitiesIcon, ForwardIcon, SearchIcon, SourcesIcon } from '../parts/icons.tsx'
import { Keys } from '../parts/keys.tsx'
import { runCommand, useAnswer, useCommands, usePlace } from '../session/session.tsx'
import { dayInWords, nameOf } from '../sources/sources.tsx'
import { useDialogs } from './dialogs-store.ts'
import { indexPalette, type PaletteEntry } from './palette-index.ts'
import './palette.css'

/** Anything by a few letters: commands, sources, entities, briefs; Enter goes there or does it. */
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

const mostFound = 12

function PaletteBody({ close }: { readonly close: () => void }) {
  const [typed, setTyped] = useState('')
  const found = useFound(typed.trim())
  const open = useOpenEntry()
  const go = usePlace((state) => state.go)
  const choose = (run: () => void) => {
    close()
    run()
  }
  return (
    <Command shouldFilter={false} loop label="Find anything" className="palette">
      <Command.Input
        className="palette-field"
        autoFocus
        placeholder="A source, an entity, a brief, or what to do"
        value={typed}
        onValueChange={setTyped}
      />
      <Command.List className="palette-list">
        {[...Map.groupBy(found, ({ kind }) => kind)].map(([kind, entries]) => (
          <Command.Group key={kind} heading={headings[kind]}>
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} onSelect={() => choose(() => open(entry))} />
            ))}
          </Command.Group>
        ))}
        {typed.trim() !== '' && (
          <Command.Group heading="Search">
            <Command.Item
              value="search everything"
              className="palette-row"
              onSelect={() => choose(() => go({ kind: 'search', query: typed.trim() }))}
            >
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

const headings: Readonly<Record<PaletteEntry['kind'], string>> = {
  command: 'What to do',
  source: 'Sources',
  entity: 'Entities',
  brief: 'Briefs',
}

const icons: Readonly<Record<PaletteEntry['kind'], ReactNode>> = {
  command: <ForwardIcon />,
  source: <SourcesIcon />,
  entity: <EntitiesIcon />,
  brief: <BriefsIcon />,
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

/** A casebook with more sources than this asks its engine for the rest. */
const mostIndexed = 1_500

/** Without letters: what can be done here. With them: the index, and beyond it the engine's own lists. */
function useFound(typed: string): readonly PaletteEntry[] {
  const commands = useCommandEntries()
  const { data: sources } = useAnswer('sources.list', {
    sort: 'imported',
    descending: true,
    limit: mostIndexed,
  })
  const { data: entities } = useAnswer('entities.list', { limit: mostIndexed })
  const { data: briefs } = useAnswer('briefs.list', {})
  const beyond = (sources?.total ?? 0) > mostIndexed && typed.length > 1
  const { data: more } = useAnswer('sources.list', beyond ? { filter: typed, limit: mostFound } : null, {
    keep: true,
  })

  const index = useMemo(
    () =>
      indexPalette([
        ...commands,
        ...(sources?.items ?? []).map(entryOfSource),
        ...(entities?.items ?? []).map(
          (entity): PaletteEntry => ({
            id: entity.id,
            kind: 'entity',
            title: entity.name,
            details: [entity.type],
            otherNames: entity.aliases,
          }),
        ),
        ...(briefs?.items ?? []).map(
          (brief): PaletteEntry => ({
            id: brief.id,
            kind: 'brief',
            title: brief.title,
            details: [`${brief.words.toLocaleString('en')} words`],
            otherNames: [],
          }),
        ),
      ]),
    [commands, sources, entities, briefs],
  )
  if (typed === '') return commands
  const found = index.find(typed, mostFound)
  const known = new Set(found.map(({ id }) => id))
  return [
    ...found,
    ...(beyond ? (more?.items ?? []) : []).map(entryOfSource).filter(({ id }) => !known.has(id)),
  ]
}

function entryOfSource(
  source: Parameters<typeof nameOf>[0] & { id: string; publisher: string | null; published: string | null },
): PaletteEntry {
  return {
    id: source.id,
    kind: 'source',
    title: nameOf(source),
    details: [source.publisher ?? '', dayInWords(source.published)].filter((detail) => detail !== ''),
    otherNames: [],
  }
}

function useCommandEntries(): readonly PaletteEntry[] {
  const commands = useCommands((state) => state.commands)
  return useMemo(() => {
    const offered = commands.filter(({ hidden, disabled }) => hidden !== true && disabled !== true)
    const byId = new Map(offered.map((command) => [command.id, command]))
    return [...byId.values()].map(
      ({ id, title, group }): PaletteEntry => ({
        id,
        kind: 'command',
        title,
        details: [group],
        otherNames: [],
      }),
    )
  }, [commands])
}

function useOpenEntry(): (entry: PaletteEntry) => void {
  const go = usePlace((state) => state.go)
  return ({ kind, id }) => {
    // The entry was made from a record of this kind.
    switch (kind) {
      case 'command':
        runCommand(id)
        return
      case 'source':
        return go({ kind, id: id as SourceId })
      case 'entity':
        return go({ kind, id: id as EntityId })
      case 'brief':
        return go({ kind, id: id as BriefId })
    }
  }
}
