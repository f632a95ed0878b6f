import type { ReactNode } from 'react'
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels'
import './panes.css'

export interface PaneEntry {
  readonly id: string
  /** Spoken: each pane is a landmark of the page. */
  readonly label: string
  readonly landmark?: 'main' | 'nav' | 'aside' | 'section'
  readonly content: ReactNode
  /** `28%`, `320px`. */
  readonly size?: string
  readonly smallest?: string
  readonly largest?: string
}

export interface PanesProps {
  /** The widths are kept under this name. */
  readonly id: string
  readonly panes: readonly PaneEntry[]
}

/** Side by side, with lines between them that can be dragged, or moved with the arrows. */
export function Panes({ id, panes }: PanesProps) {
  const key = `panes.${id}.${panes.map((pane) => pane.id).join('-')}`
  const kept = readLayout(key)
  return (
    <Group
      key={key}
      id={id}
      className="panes"
      {...(kept === null ? {} : { defaultLayout: kept })}
      onLayoutChanged={(layout) => localStorage.setItem(key, JSON.stringify(layout))}
    >
      {panes.flatMap((pane, at) => [
        ...(at === 0 ? [] : [<Separator key={`line-${pane.id}`} className="panes-line" />]),
        <Panel
          key={pane.id}
          id={pane.id}
          className="pane"
          {...(pane.size === undefined ? {} : { defaultSize: pane.size })}
          {...(pane.smallest === undefined ? {} : { minSize: pane.smallest })}
          {...(pane.largest === undefined ? {} : { maxSize: pane.largest })}
        >
          <PaneContent pane={pane} />
        </Panel>,
      ])}
    </Group>
  )
}

function PaneContent({
  pane: { landmark: Landmark = 'section', label, content },
}: {
  readonly pane: PaneEntry
}) {
  return (
    <Landmark className="pane-content" aria-label={label}>
      {content}
    </Landmark>
  )
}

/** Only the widths are lost where what was kept is not one. */
function readLayout(key: string): Layout | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const entries = Object.entries(kept).filter(([, size]) => typeof size === 'number')
    return Object.fromEntries(entries)
  } catch {
    return null
  }
}
