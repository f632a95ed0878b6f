import { useEffect } from 'react'
import { useAnnotationCommands } from '../exports/exports.tsx'
import { showMessage } from '../parts/messages.tsx'
import { followHeldKey } from '../session/held-key.ts'
import {
  runCommand,
  useAnswer,
  useAsk,
  useCommand,
  useHost,
  usePlace,
  useReadOnly,
} from '../session/session.tsx'
import { useImport } from '../sources/sources.tsx'
import { useDialogs } from './dialogs-store.ts'
import { useFrame } from './frame-store.ts'
import { useRegionKeys } from './region-keys.ts'
import { useUndo } from './undo.ts'

/** What can be done everywhere. Ids that a desktop menu knows are the menu's. */
export function useAppCommands(): void {
  useMenu()
  useGoing()
  useEditing()
  useBringingIn()
  useWindow()
  useRegionKeys()
  useEffect(followHeldKey, [])
  useAnnotationCommands()
}

function useMenu(): void {
  const { onMenuCommand } = useHost()
  useEffect(() => onMenuCommand?.((command) => void runCommand(command)), [onMenuCommand])
}

function useGoing(): void {
  const { go, back, forward, past, future } = usePlace()
  const group = 'Go to'
  const { platform } = useHost()
  const mac = platform === 'mac'
  useCommand({
    id: 'go.sources',
    title: 'Sources',
    group,
    keys: ['mod+1'],
    run: () => go({ kind: 'library' }),
  })
  useCommand({
    id: 'go.search',
    title: 'Search',
    group,
    keys: ['mod+2'],
    run: () => go({ kind: 'search', query: '' }),
  })
  useCommand({
    id: 'go.entities',
    title: 'Entities',
    group,
    keys: ['mod+3'],
    run: () => go({ kind: 'entities' }),
  })
  useCommand({ id: 'go.briefs', title: 'Briefs', group, keys: ['mod+4'], run: () => go({ kind: 'briefs' }) })
  useCommand({
    id: 'sources.trace',
    title: 'Where does this come from?',
    otherNames: ['trace', 'quotation'],
    group,
    run: () => go({ kind: 'trace', text: document.getSelection()?.toString().trim() ?? '' }),
  })
  useCommand({
    id: 'go.review',
    title: 'Review marks on newer versions',
    group,
    run: () => go({ kind: 'review' }),
  })
  useCommand({
    id: 'go.types',
    title: 'Types and tags',
    otherNames: ['colours'],
    group,
    run: () => go({ kind: 'types' }),
  })
  useCommand({ id: 'casebook.history', title: 'History', group, run: () => go({ kind: 'history' }) })
  useCommand({
    id: 'find.everywhere',
    title: 'Search everything',
    group,
    keys: ['mod+shift+f'],
    run: () => go({ kind: 'search', query: selectedWords() }),
  })
  useCommand({
    id: 'go.back',
    title: 'Back',
    group,
    keys: mac ? ['mod+[', 'alt+left'] : ['alt+left'],
    disabled: past.length === 0,
    run: back,
  })
  useCommand({
    id: 'go.forward',
    title: 'Forward',
    group,
    keys: mac ? ['mod+]', 'alt+right'] : ['alt+right'],
    disabled: future.length === 0,
    run: forward,
  })
}

/** A few words that are selected on the page are what the analyst wants to look for. */
function selectedWords(): string {
  const words = document.getSelection()?.toString().replace(/\s+/g, ' ').trim() ?? ''
  return words === '' || words.length > 100 ? '' : `"${words.replace(/["“”]/g, '')}"`
}

function useEditing(): void {
  const { undo, redo } = useUndo()
  const { data: info } = useAnswer('casebook.info', {})
  const group = 'Edit'
  useCommand({
    id: 'edit.undo',
    // Without the words of the step: who looks for those by name wants the thing, not its undoing.
    title: 'Undo',
    group,
    keys: ['mod+z'],
    // A field has an undo of its own.
    inFields: false,
    disabled: !info?.undo,
    run: () => undo(),
  })
  useCommand({
    id: 'edit.redo',
    title: 'Redo',
    group,
    keys: ['mod+shift+z', 'mod+y'],
    inFields: false,
    disabled: !info?.redo,
    run: () => redo(),
  })
}

function useBringingIn(): void {
  const { chooseFiles, chooseFolder, pasteText, showSettings } = useImport()
  const group = 'Sources'
  const disabled = useReadOnly()
  useCommand({
    id: 'import.files',
    title: 'Import files…',
    group,
    keys: ['mod+i'],
    disabled,
    run: chooseFiles,
  })
  useCommand({ id: 'import.folder', title: 'Import a folder…', group, disabled, run: chooseFolder })
  useCommand({
    id: 'import.settings',
    title: 'Watched folders and dates…',
    group,
    disabled,
    run: showSettings,
  })
  useCommand({ id: 'import.paste', title: 'Import pasted text…', group, disabled, run: pasteText })
}

function useWindow(): void {
  const { show } = useDialogs()
  const toggle = useFrame((state) => state.toggle)
  const host = useHost()
  const backUp = useBackup()
  const group = 'Casebook'
  useCommand({
    id: 'go.palette',
    title: 'Find anything',
    group: 'Go to',
    keys: ['mod+k'],
    hidden: true,
    run: () => show('palette'),
  })
  useCommand({
    id: 'help.keys',
    title: 'Keyboard shortcuts',
    otherNames: ['help'],
    group,
    keys: ['shift+?', '?'],
    run: () => show('keys'),
  })
  useCommand({
    id: 'window.appearance',
    title: 'Appearance…',
    otherNames: ['theme', 'dark', 'light', 'contrast', 'colours'],
    group,
    run: () => show('appearance'),
  })
  useCommand({
    id: 'casebook.check',
    title: 'Check this casebook',
    otherNames: ['verify', 'integrity'],
    group,
    run: () => show('check'),
  })
  useCommand({
    id: 'window.left',
    title: 'Show or hide the list on the left',
    group,
    run: () => toggle('left'),
  })
  useCommand({
    id: 'window.right',
    title: 'Show or hide the pane on the right',
    group,
    run: () => toggle('right'),
  })
  useCommand({
    id: 'casebook.backup',
    title: 'Back up…',
    otherNames: ['save a copy'],
    group,
    disabled: host.chooseBackupPlace === undefined,
    run: backUp,
  })
  useCommand({
    id: 'casebook.open',
    title: 'Open another casebook…',
    group,
    disabled: host.openCasebook === undefined,
    run: () => void host.openCasebook?.(),
  })
  useCommand({
    id: 'casebook.new',
    title: 'New casebook…',
    group,
    disabled: host.newCasebook === undefined,
    run: () => void host.newCasebook?.(),
  })
}

function useBackup(): () => void {
  const ask = useAsk()
  const { chooseBackupPlace } = useHost()
  const backUp = async () => {
    const to = await chooseBackupPlace?.()
    if (to === undefined || to === null) return
    const { path } = await ask('casebook.backup', { to })
    showMessage({ tone: 'done', text: `Backed up to ${path}, and read again to be sure` })
  }
  // A failure has been shown.
  return () => void backUp().catch(() => {})
}
