import { Button, IconButton, ToggleIconButton } from '../parts/button.tsx'
import {
  BackIcon,
  ChevronDownIcon,
  ForwardIcon,
  ImportIcon,
  NavigationIcon,
  PanelIcon,
  RedoIcon,
  SearchIcon,
  UndoIcon,
} from '../parts/icons.tsx'
import { Keys } from '../parts/keys.tsx'
import { MenuButton, type MenuEntry } from '../parts/menu.tsx'
import { Toolbar } from '../parts/toolbar.tsx'
import { WithTooltip } from '../parts/tooltip.tsx'
import { runCommand, useAnswer, useCommands, useHost, usePlace } from '../session/session.tsx'
import { useImport } from '../sources/sources.tsx'
import { useFrame, useSideOpen } from './frame-store.ts'
import { ImportProgress } from './import-progress.tsx'
import { useUndo } from './undo.ts'
import './title-bar.css'

/** Along the top: which casebook this is, where to go, what was done last. */
export function TitleBar({ hasRight }: { readonly hasRight: boolean }) {
  const { chooseFiles } = useImport()
  const { data: info } = useAnswer('casebook.info', {})
  const toggle = useFrame((state) => state.toggle)
  const left = useSideOpen('left')
  const right = useSideOpen('right')
  return (
    <header className="title-bar">
      <Toolbar label="Window">
        <ToggleIconButton
          label="List on the left"
          icon={<NavigationIcon />}
          isSelected={left}
          onChange={() => toggle('left')}
        />
        <WayButtons />
      </Toolbar>
      <CasebookMenu name={info?.name ?? 'Casebook'} />
      <PaletteButton />
      <Toolbar label="Casebook">
        <ImportProgress />
        <Button tone="quiet" icon={<ImportIcon />} isDisabled={info?.readOnly ?? false} onPress={chooseFiles}>
          <span className="import-words">Import</span>
        </Button>
        <UndoButtons undoWords={info?.undo ?? null} redoWords={info?.redo ?? null} />
        <ToggleIconButton
          label="Pane on the right"
          icon={<PanelIcon />}
          isSelected={right && hasRight}
          isDisabled={!hasRight}
          onChange={() => toggle('right')}
        />
      </Toolbar>
    </header>
  )
}

function WayButtons() {
  const { back, forward, past, future } = usePlace()
  return (
    <>
      <IconButton
        label="Back"
        keys="alt+left"
        icon={<BackIcon />}
        isDisabled={past.length === 0}
        onPress={back}
      />
      <IconButton
        label="Forward"
        keys="alt+right"
        icon={<ForwardIcon />}
        isDisabled={future.length === 0}
        onPress={forward}
      />
    </>
  )
}

function PaletteButton() {
  return (
    <div className="title-bar-middle">
      <Button tone="plain" icon={<SearchIcon />} onPress={() => runCommand('go.palette')}>
        <span className="title-bar-find">
          Find a source, an entity, a command…
          <Keys keys="mod+k" />
        </span>
      </Button>
    </div>
  )
}

function UndoButtons(props: { readonly undoWords: string | null; readonly redoWords: string | null }) {
  const { undo, redo } = useUndo()
  const { undoWords, redoWords } = props
  return (
    <>
      <WithTooltip words={undoWords === null ? 'Nothing to undo' : `Undo: ${undoWords}`} keys="mod+z">
        <Button
          tone="quiet"
          icon={<UndoIcon />}
          isDisabled={undoWords === null}
          onPress={() => undo()}
          aria-label={undoWords === null ? 'Undo' : `Undo: ${undoWords}`}
        >
          <span className="undo-words one-line">{undoWords}</span>
        </Button>
      </WithTooltip>
      <WithTooltip words={redoWords === null ? 'Nothing to redo' : `Redo: ${redoWords}`} keys="mod+shift+z">
        <Button
          tone="quiet"
          icon={<RedoIcon />}
          isDisabled={redoWords === null}
          onPress={() => redo()}
          aria-label={redoWords === null ? 'Redo' : `Redo: ${redoWords}`}
        >
          <span className="undo-words one-line">{redoWords}</span>
        </Button>
      </WithTooltip>
    </>
  )
}

/** Commands that concern the whole casebook, those of other stations included. */
const menuGroups = [
  ['casebook.new', 'casebook.open'],
  ['import.files', 'import.folder', 'import.paste', 'import.settings'],
  ['import.annotations', 'export.annotations'],
  ['go.types', 'go.review'],
  ['casebook.history', 'casebook.check', 'casebook.backup'],
  ['window.appearance', 'help.keys'],
] as const

function CasebookMenu({ name }: { readonly name: string }) {
  const commands = useCommands((state) => state.commands)
  const { kind } = useHost()
  const entries = menuGroups.map((ids) =>
    ids.flatMap((id): MenuEntry[] => {
      const command = commands.findLast((one) => one.id === id)
      if (command === undefined || (command.disabled === true && kind === 'browser')) return []
      const [keys] = command.keys ?? []
      return [
        {
          id,
          label: command.title,
          run: command.run,
          isDisabled: command.disabled ?? false,
          ...(keys === undefined ? {} : { keys }),
        },
      ]
    }),
  )
  return <MenuButton label={name} icon={<ChevronDownIcon />} entries={entries} />
}
