import { Dialog as AriaDialog, DialogTrigger, Popover } from 'react-aria-components'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { CallInput } from '#contract/engine.ts'
import type { Source } from '#contract/source.ts'
import { Button } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/checkbox.tsx'
import { ChevronDownIcon } from '../../parts/icons.tsx'
import { dayInWords, languageInWords, missingWords, statedUsually } from '../source-words.ts'

type Sort = NonNullable<CallInput<'sources.list'>['sort']>

export type ColumnName =
  | 'publisher'
  | 'author'
  | 'dateline'
  | 'published'
  | 'updated'
  | 'language'
  | 'format'
  | 'words'
  | 'marks'
  | 'imported'
  | 'missing'

export interface LibraryColumn {
  readonly name: ColumnName
  readonly label: string
  /** Left out: the list cannot be sorted by it. */
  readonly sort?: Sort
  readonly isNumber?: boolean
  readonly words: (source: Source) => string
}

/** What the table can show beside the title, in this order. */
export const libraryColumns: readonly LibraryColumn[] = [
  { name: 'publisher', label: 'Publisher', sort: 'publisher', words: ({ publisher }) => publisher ?? '' },
  { name: 'author', label: 'Author', sort: 'author', words: ({ author }) => author ?? '' },
  { name: 'dateline', label: 'Dateline', words: ({ dateline }) => dateline ?? '' },
  {
    name: 'published',
    label: 'Published',
    sort: 'published',
    words: ({ published }) => dayInWords(published),
  },
  { name: 'updated', label: 'Updated', words: ({ updated }) => dayInWords(updated) },
  {
    name: 'language',
    label: 'Language',
    words: ({ language }) => (language === null ? '' : languageInWords(language)),
  },
  { name: 'format', label: 'Format', words: ({ format }) => format },
  {
    name: 'words',
    label: 'Words',
    sort: 'words',
    isNumber: true,
    words: ({ words }) => words.toLocaleString('en'),
  },
  {
    name: 'marks',
    label: 'Marks',
    isNumber: true,
    words: ({ highlights }) => (highlights === 0 ? '' : highlights.toLocaleString('en')),
  },
  {
    name: 'imported',
    label: 'Imported',
    sort: 'imported',
    words: ({ imported }) => dayInWords(imported.slice(0, 10)),
  },
  {
    name: 'missing',
    label: 'Not stated',
    sort: 'unstated',
    words: (source) => {
      const missing = missingWords(source)
      return missing.length === statedUsually ? 'everything' : missing.join(', ')
    },
  },
]

interface ColumnsState {
  readonly shown: readonly ColumnName[]
  readonly toggle: (name: ColumnName) => void
}

/** Kept on this machine, not in the casebook. */
export const useColumns = create<ColumnsState>()(
  persist(
    (set) => ({
      shown: ['publisher', 'author', 'published', 'words', 'marks', 'missing'],
      toggle: (name) =>
        set(({ shown }) => ({
          shown: shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name],
        })),
    }),
    { name: 'casebook.library-columns', partialize: ({ shown }) => ({ shown }) },
  ),
)

export function useShownColumns(): readonly LibraryColumn[] {
  const shown = useColumns((state) => state.shown)
  return libraryColumns.filter(({ name }) => shown.includes(name))
}

/** Chooses what the table shows beside the title. */
export function ColumnsButton() {
  const { shown, toggle } = useColumns()
  return (
    <DialogTrigger>
      <Button tone="quiet" icon={<ChevronDownIcon />}>
        Columns
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaDialog aria-label="Columns" className="library-choose-columns">
          {libraryColumns.map(({ name, label }) => (
            <Checkbox
              key={name}
              label={label}
              isSelected={shown.includes(name)}
              onChange={() => toggle(name)}
            />
          ))}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}
