import { type HighlightType, markColour, markUnderline } from '#contract/highlights.ts'
import { IconButton } from '../../parts/button.tsx'
import { type Choice, Select } from '../../parts/choices.tsx'
import { EditField } from '../../parts/fields.tsx'
import { ChevronDownIcon, ChevronUpIcon, TrashIcon } from '../../parts/icons.tsx'
import { useAsk } from '../../session/session.tsx'
import { classesOfType } from '../mark-looks.ts'

interface TypeRowProps {
  readonly type: HighlightType
  readonly highlights: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly readOnly: boolean
  /** One place up (−1) or down (1). */
  readonly onMove: (by: -1 | 1) => void
  readonly onLeave: () => void
}

const colours: readonly Choice<HighlightType['colour']>[] = markColour.options.map((id) => ({
  id,
  label: capital(id),
  icon: <Sample type={{ colour: id, underline: 'none' }} />,
}))
const underlines: readonly Choice<HighlightType['underline']>[] = markUnderline.options.map((id) => ({
  id,
  label: id === 'none' ? 'No underline' : capital(id),
  icon: <Sample type={{ colour: 'yellow', underline: id }} />,
}))
const noKey = 'none'
const keys: readonly Choice<string>[] = [
  { id: noKey, label: 'No key' },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((key) => ({ id: String(key), label: `Key ${key}` })),
]

/** One type: what is changed is kept at once. */
export function TypeRow({ type, highlights, isFirst, isLast, readOnly, onMove, onLeave }: TypeRowProps) {
  const ask = useAsk()
  const { id, name, colour, underline, key } = type
  const set = (set: Partial<Omit<HighlightType, 'id'>>) => {
    // A failure has been shown by `useAsk`; the row still says what is kept.
    ask('highlights.changeType', { id, set }).catch(() => {})
  }
  return (
    <li className="type-row" aria-label={name}>
      <Sample type={type} />
      <EditField
        label={`Name of ${name}`}
        hideLabel
        value={name}
        isDisabled={readOnly}
        onKeep={(kept) => kept.trim() !== '' && set({ name: kept })}
      />
      <Select
        label={`Colour of ${name}`}
        hideLabel
        choices={colours}
        value={colour}
        isDisabled={readOnly}
        onChange={(chosen) => set({ colour: chosen })}
      />
      <Select
        label={`Underline of ${name}`}
        hideLabel
        choices={underlines}
        value={underline}
        isDisabled={readOnly}
        onChange={(chosen) => set({ underline: chosen })}
      />
      <Select
        label={`Key of ${name}`}
        hideLabel
        choices={keys}
        value={key === null ? noKey : String(key)}
        isDisabled={readOnly}
        onChange={(chosen) => set({ key: chosen === noKey ? null : Number(chosen) })}
      />
      <span className="type-count">{marksInWords(highlights)}</span>
      <IconButton
        label={`Move ${name} up`}
        icon={<ChevronUpIcon />}
        isDisabled={readOnly || isFirst}
        onPress={() => onMove(-1)}
      />
      <IconButton
        label={`Move ${name} down`}
        icon={<ChevronDownIcon />}
        isDisabled={readOnly || isLast}
        onPress={() => onMove(1)}
      />
      <IconButton
        label={`Delete or merge ${name}`}
        icon={<TrashIcon />}
        isDisabled={readOnly}
        onPress={onLeave}
      />
    </li>
  )
}

export function marksInWords(highlights: number): string {
  return highlights === 1 ? '1 mark' : `${highlights.toLocaleString('en')} marks`
}

/** Its letters come from the style: they are no part of what a choice is called. */
function Sample({ type }: { readonly type: Pick<HighlightType, 'colour' | 'underline'> }) {
  return <span className={`mark-sample type-sample ${classesOfType(type)}`} aria-hidden="true" />
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
