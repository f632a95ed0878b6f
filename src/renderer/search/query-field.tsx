import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { QuerySlip } from '#contract/search.ts'
import { CloseIcon, SearchIcon } from '../parts/icons.tsx'
import { type Completion, useCompletions } from './completions.ts'
import type { QueryHistory } from './search-history.ts'
import { SlipMark } from './slip-mark.tsx'

interface QueryFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly history: QueryHistory
  /** Enter: the words are meant. */
  readonly onSubmit: () => void
  /** Down, where neither values nor earlier queries are walked through. */
  readonly onDown: () => void
  readonly placeholder: string
  /** The part that cannot be read, and the id of what says why. */
  readonly slip: QuerySlip | null
  readonly slipWords: string
  readonly ref: RefObject<HTMLInputElement | null>
}

const listId = 'query-completions'

/** Where the query is typed. Up brings back earlier queries; behind a field its values are offered. */
export function QueryField({
  value,
  onChange,
  history,
  onSubmit,
  onDown,
  placeholder,
  slip,
  slipWords,
  ref,
}: QueryFieldProps) {
  const [caret, setCaret] = useState(value.length)
  const [open, setOpen] = useState(false)
  const offers = useCompletions(value, caret)
  const [at, setAt] = useState(0)
  const isOpen = open && offers.length > 0
  const chosen = Math.min(at, offers.length - 1)
  const type = (typed: string, place: number) => {
    history.stop()
    setCaret(place)
    setOpen(true)
    setAt(0)
    onChange(typed)
  }
  const accept = ({ query }: Completion) => {
    onChange(query)
    setCaret(query.length)
    setOpen(false)
  }
  const put = (query: string | null) => {
    if (query !== null) onChange(query)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const offer = isOpen ? offers[chosen] : undefined
    const keys: Readonly<Record<string, () => void>> =
      offer === undefined
        ? {
            ArrowUp: () => put(history.older(value)),
            ArrowDown: () => (history.isWalking ? put(history.newer()) : onDown()),
            Enter: onSubmit,
            ...(value === '' ? {} : { Escape: () => type('', 0) }),
          }
        : {
            ArrowUp: () => setAt((chosen + offers.length - 1) % offers.length),
            ArrowDown: () => setAt((chosen + 1) % offers.length),
            Enter: () => accept(offer),
            Tab: () => accept(offer),
            Escape: () => setOpen(false),
          }
    const run = event.nativeEvent.isComposing ? undefined : keys[event.key]
    if (run === undefined) return
    event.preventDefault()
    run()
  }
  return (
    <div className="field search-field query-field">
      <SearchIcon />
      <input
        ref={ref}
        type="search"
        role="combobox"
        aria-label="Search everything"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-invalid={slip !== null || undefined}
        aria-describedby={slip === null ? undefined : slipWords}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
        className="field-input"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={(event) =>
          type(event.target.value, event.target.selectionStart ?? event.target.value.length)
        }
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {slip !== null && <SlipMark typed={value} slip={slip} field={ref} />}
      {value !== '' && (
        <button
          type="button"
          className="search-field-clear"
          aria-label="Clear"
          tabIndex={-1}
          onClick={() => type('', 0)}
        >
          <CloseIcon />
        </button>
      )}
      <div
        id={listId}
        role="listbox"
        aria-label="Values"
        hidden={!isOpen}
        className="popover choices query-offers"
      >
        {isOpen &&
          offers.map((offer, index) => (
            // The field has the focus and hears the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={offer.label}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className="choice"
              data-focused={index === chosen || undefined}
              // Before the field loses the focus, and with it the list.
              onPointerDown={(event) => {
                event.preventDefault()
                accept(offer)
              }}
            >
              <bdi>{offer.label}</bdi>
            </div>
          ))}
      </div>
    </div>
  )
}
