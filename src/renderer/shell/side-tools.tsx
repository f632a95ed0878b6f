import type { SourceId } from '#contract/ids.ts'
import { IconButton, ToggleIconButton } from '../parts/button.tsx'
import { BesideIcon, CloseIcon, TogetherIcon } from '../parts/icons.tsx'
import { MenuButton, type MenuEntry } from '../parts/menu.tsx'
import { type Side, useAnswer, useCommand, usePlace } from '../session/session.tsx'
import { nameOf } from '../sources/sources.tsx'
import { useNarrow } from './frame-store.ts'

/** What stands in the head of a source that is read, about reading two beside each other. */

/** Whether both sides are scrolled as one. */
export interface Together {
  readonly isOn: boolean
  readonly turn: (on: boolean) => void
}

/** What can be opened beside a source that is read alone. Anything else: Ctrl or Cmd, wherever it is named. */
export function AloneTools({ source }: { readonly source: SourceId }) {
  const go = usePlace((state) => state.go)
  const beside = (id: SourceId) => go({ kind: 'source', id }, { beside: true })
  const likely = useLikely(source)
  useCommand({
    id: 'reader.beside',
    title: 'Read another place of this source beside it',
    group: 'Reading',
    run: () => beside(source),
  })
  const entries: readonly MenuEntry[] = [
    { id: source, label: 'Another place of this source', run: () => beside(source) },
    ...likely.map(({ id, label }) => ({ id, label, run: () => beside(id) })),
  ]
  return (
    <MenuButton
      label="Read beside it (or hold Ctrl where you open something)"
      icon={<BesideIcon />}
      iconOnly
      entries={[entries]}
    />
  )
}

interface Likely {
  readonly id: SourceId
  readonly label: string
}

/** The version before this one, and what was read before it. */
function useLikely(source: SourceId): readonly Likely[] {
  const read = usePlace(
    ({ past }) => past.findLast((place) => place.kind === 'source' && place.id !== source) ?? null,
  )
  const here = useAnswer('sources.find', { what: source }).data
  const older = useAnswer('sources.find', here?.replaces ? { what: here.replaces } : null).data
  const before = useAnswer('sources.find', read?.kind === 'source' ? { what: read.id } : null).data
  return [
    ...(older === undefined ? [] : [{ id: older.id, label: `The version before: ${nameOf(older)}` }]),
    ...(before === undefined || before.id === older?.id
      ? []
      : [{ id: before.id, label: `Read before: ${nameOf(before)}` }]),
  ]
}

interface SideToolsProps {
  readonly side: Side
  readonly together: Together
}

export function SideTools({ side, together }: SideToolsProps) {
  const closeSide = usePlace((state) => state.closeSide)
  useCommand({
    id: 'reader.together',
    title: together.isOn ? 'Scroll each side by itself' : 'Scroll both sides together',
    group: 'Reading',
    keys: ['shift+f8'],
    run: () => together.turn(!together.isOn),
  })
  useCommand({
    id: 'reader.close-side',
    title: 'Close this side',
    group: 'Reading',
    keys: ['alt+w'],
    run: () => closeSide(side),
  })
  const turnTo = usePlace((state) => state.turnTo)
  const narrow = useNarrow()
  const turn = () => {
    // The side that is turned to takes a focus that nobody has.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    turnTo(side === 'first' ? 'second' : 'first')
  }
  useCommand({
    id: 'reader.other-side',
    title: 'Turn to the other side',
    group: 'Reading',
    keys: ['f8'],
    run: turn,
  })
  return (
    <>
      {narrow ? (
        <IconButton label="Turn to the other side" keys="f8" icon={<BesideIcon />} onPress={turn} />
      ) : (
        <ToggleIconButton
          label="Scroll both together"
          keys="shift+f8"
          icon={<TogetherIcon />}
          isSelected={together.isOn}
          onChange={together.turn}
        />
      )}
      <IconButton label="Close this side" keys="alt+w" icon={<CloseIcon />} onPress={() => closeSide(side)} />
    </>
  )
}
