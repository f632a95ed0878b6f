import { useState } from 'react'
import type { PossibleVersion } from '#contract/importing.ts'
import { Button } from '../../parts/button.tsx'
import { InfoIcon } from '../../parts/icons.tsx'
import { useAnswer, usePlace } from '../../session/session.tsx'
import { useVersions } from '../copies/version-tools.tsx'
import { nameOf } from '../source-words.ts'

interface PossibleVersionsProps {
  readonly possible: readonly PossibleVersion[]
  /** Told when the analyst goes to look at the two. */
  readonly onLeave: () => void
}

/** After an import: what may be a newer version of something. Nothing is joined until the analyst says so. */
export function PossibleVersions({ possible, onLeave }: PossibleVersionsProps) {
  const { join } = useVersions()
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const open = possible.filter((one) => !settled.has(keyOf(one)))
  if (open.length === 0) return null
  const settle = (some: readonly PossibleVersion[]) => setSettled(new Set([...settled, ...some.map(keyOf)]))
  const joinAll = async () => {
    for (const { newer, older } of open) await join({ id: newer }, { id: older })
    settle(open)
  }
  return (
    <section className="import-section">
      <h3>
        <InfoIcon />
        {open.length === 1
          ? 'A newer version of something?'
          : `${open.length.toLocaleString('en')} newer versions of something?`}
      </h3>
      <ul>
        {open.map((one) => (
          <PossibleLine
            key={keyOf(one)}
            possible={one}
            onJoin={async () => {
              await join({ id: one.newer }, { id: one.older })
              settle([one])
            }}
            onApart={() => settle([one])}
            onLeave={onLeave}
          />
        ))}
      </ul>
      {open.length > 1 && (
        <div className="import-retry">
          {/* A failure has been shown. */}
          <Button onPress={() => void joinAll().catch(() => {})}>All of them are newer versions</Button>
          <Button onPress={() => settle(open)}>None of them is</Button>
        </div>
      )}
    </section>
  )
}

function keyOf({ newer, older }: PossibleVersion): string {
  return `${newer} ${older}`
}

interface PossibleLineProps {
  readonly possible: PossibleVersion
  readonly onJoin: () => Promise<void>
  readonly onApart: () => void
  readonly onLeave: () => void
}

function PossibleLine({ possible, onJoin, onApart, onLeave }: PossibleLineProps) {
  const go = usePlace((state) => state.go)
  const { data: older } = useAnswer('sources.find', { what: possible.older })
  const { data: newer } = useAnswer('sources.find', { what: possible.newer })
  const compare = () => {
    onLeave()
    go({ kind: 'difference', from: possible.older, to: possible.newer })
  }
  return (
    <li className="import-line">
      <span>
        <bdi className="import-file">{newer === undefined ? possible.path : nameOf(newer)}</bdi>
        {' may be a newer version of '}
        <bdi className="import-file">{older === undefined ? 'a source' : nameOf(older)}</bdi>
      </span>
      <span className="import-why">
        {`${Math.round(possible.similarity * 100)} % alike; ${possible.reason}`}
      </span>
      <span className="import-choices">
        {/* A failure has been shown. */}
        <Button onPress={() => void onJoin().catch(() => {})}>Yes, a newer version</Button>
        <Button onPress={onApart}>No</Button>
        <Button tone="quiet" onPress={compare}>
          Compare
        </Button>
      </span>
    </li>
  )
}
