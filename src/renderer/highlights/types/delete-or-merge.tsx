import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { type Choice, Select } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { marksInWords } from './type-row.tsx'

interface DeleteOrMergeProps<T extends string> {
  /** `the type Fact`. */
  readonly what: string
  readonly highlights: number
  readonly others: readonly Choice<T>[]
  /** What its marks have then: `no type`. */
  readonly noneLabel: string
  /** Merged into another one, or deleted (null). */
  readonly onDone: (into: T | null) => void
  readonly onClose: () => void
}

const nothing = ''

/** Something that marks are sorted by goes: its marks get another one, or none. They themselves stay. */
export function DeleteOrMerge<T extends string>(props: DeleteOrMergeProps<T>) {
  const { what, highlights, others, noneLabel, onDone, onClose } = props
  const [into, setInto] = useState<T | typeof nothing>(nothing)
  const choices: readonly Choice<T | typeof nothing>[] = [{ id: nothing, label: noneLabel }, ...others]
  return (
    <Dialog
      title={`Delete ${what}`}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="danger" onPress={() => onDone(into === nothing ? null : into)}>
            {into === nothing ? 'Delete' : 'Merge'}
          </Button>
        </>
      }
    >
      <p>{marksInWords(highlights)} with it stay as they are otherwise. You can undo this.</p>
      <Select<T | typeof nothing>
        label="They get instead"
        choices={choices}
        value={into}
        onChange={setInto}
      />
    </Dialog>
  )
}
