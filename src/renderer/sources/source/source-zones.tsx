import type { SourceId } from '#contract/ids.ts'
import type { Span, Zone, ZoneKind } from '#contract/source.ts'
import { Select } from '../../parts/choices.tsx'
import { useAnswer, useAsk, useCommand, usePlace, useReadOnly, useSelection } from '../../session/session.tsx'
import { linesAround, rezoned, zoneWords } from './zones.ts'

// The record's keys are the kinds.
const kinds = Object.keys(zoneWords) as ZoneKind[]
const choices = kinds.map((id) => ({ id, label: zoneWords[id] }))

/** Longest beginning of a part that is shown, in code units. */
const shownUnits = 80

/** What of the text is headline, caption, boilerplate …: each part can be called something else. The body is the rest. */
export function SourceZones({ source }: { readonly source: SourceId }) {
  const { zones, text, selected, rezone, readOnly } = useZones(source)
  if (text === null) return null
  const parts = zones.filter(({ kind }) => kind !== 'body')
  return (
    <section className="source-zones" aria-label="Parts of the text">
      <h3>Parts of the text</h3>
      {selected !== null && !readOnly && (
        <Select
          label="The selected lines are"
          choices={choices}
          value={zones.find(({ start, end }) => start <= selected.start && end >= selected.end)?.kind ?? null}
          onChange={(kind) => rezone(selected, kind)}
        />
      )}
      <ul>
        {parts.map((zone) => (
          <ZoneLine
            key={`${zone.kind} ${zone.start}`}
            source={source}
            zone={zone}
            words={text.slice(zone.start, Math.min(zone.end, zone.start + shownUnits))}
            onChange={readOnly ? null : (kind) => rezone(zone, kind)}
          />
        ))}
      </ul>
      <p className="metadata-evidence">
        Everything else is body. Select lines in the text to change what they are.
      </p>
    </section>
  )
}

interface ZoneLineProps {
  readonly source: SourceId
  readonly zone: Zone
  readonly words: string
  readonly onChange: ((kind: ZoneKind) => void) | null
}

function ZoneLine({ source, zone, words, onChange }: ZoneLineProps) {
  const go = usePlace((state) => state.go)
  return (
    <li className="source-zone">
      {onChange === null ? (
        <span>{zoneWords[zone.kind]}</span>
      ) : (
        <Select
          label={`What “${words.slice(0, 30)}” is`}
          hideLabel
          choices={choices}
          value={zone.kind}
          onChange={onChange}
        />
      )}
      <button
        type="button"
        className="metadata-words one-line"
        onClick={() => go({ kind: 'source', id: source, span: { start: zone.start, end: zone.end } })}
      >
        <span className="only-spoken">Show in the text: </span>
        <q dir="auto">{words}</q>
      </button>
    </li>
  )
}

/** Keys and palette for the same; nothing is shown. */
export function ZoneCommands({ source }: { readonly source: SourceId }) {
  const { selected, rezone, readOnly } = useZones(source)
  const command = (kind: ZoneKind) => ({
    id: `zone.${kind}`,
    title: `The selected lines are ${zoneWords[kind].toLowerCase()}`,
    group: 'Sources',
    disabled: selected === null || readOnly,
    run: () => {
      if (selected !== null) rezone(selected, kind)
    },
  })
  useCommand(command('body'))
  useCommand(command('caption'))
  useCommand(command('boilerplate'))
  useCommand(command('headline'))
  useCommand(command('byline'))
  return null
}

function useZones(source: SourceId) {
  const ask = useAsk()
  const { data } = useAnswer('sources.read', { id: source })
  const words = useSelection((state) => state.words)
  const text = data?.text ?? null
  const zones = data?.zones ?? []
  const selected = text === null || words?.source !== source ? null : linesAround(text, words.span)
  return {
    text,
    zones,
    selected,
    readOnly: useReadOnly(),
    rezone: (span: Span, kind: ZoneKind) => {
      // A failure has been shown.
      void ask('sources.rezone', { id: source, zones: rezoned(zones, span, kind) }).catch(() => {})
    },
  }
}
