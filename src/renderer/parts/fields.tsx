import { type KeyboardEvent, type Ref, useState } from 'react'
import {
  Button as AriaButton,
  SearchField as AriaSearchField,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'
import { CloseIcon, SearchIcon } from './icons.tsx'
import './fields.css'

export interface TextFieldProps {
  readonly label: string
  /** The label is spoken, not shown: where the place says what it is. */
  readonly hideLabel?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string
  /** What is wrong with the value; the field is then marked as invalid. */
  readonly error?: string | null
  readonly placeholder?: string
  /** Several lines; Enter makes a new one. */
  readonly multiline?: boolean
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly autoFocus?: boolean
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, placeholder, multiline, onKeyDown, ...rest } = props
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className="field" aria-label={label}>
      {!hideLabel && <Label className="field-label">{label}</Label>}
      {multiline ? (
        <TextArea
          className="field-input field-area"
          rows={4}
          dir="auto"
          {...given({ placeholder, onKeyDown })}
        />
      ) : (
        <Input className="field-input" dir="auto" {...given({ placeholder, onKeyDown })} />
      )}
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}

/** A text that is kept when the analyst leaves it or presses Enter; Escape brings the old one back. */
export interface EditFieldProps
  extends Omit<TextFieldProps, 'onChange' | 'onBlur' | 'onKeyDown' | 'multiline'> {
  readonly onKeep: (value: string) => void
  /** Left, kept or given up: for a field that stands there only while somebody edits. */
  readonly onDone?: () => void
}

export function EditField({ value, onKeep, onDone, ...rest }: EditFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const keep = () => {
    if (draft !== null && draft !== value) onKeep(draft)
    setDraft(null)
    onDone?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep()
    else if (event.key === 'Escape') {
      setDraft(null)
      onDone?.()
    }
  }
  return (
    <TextField {...rest} value={draft ?? value} onChange={setDraft} onBlur={keep} onKeyDown={onKeyDown} />
  )
}

export interface SearchFieldProps {
  /** Spoken; the magnifying glass says it to the eye. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSubmit?: (value: string) => void
  readonly onClear?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

export function SearchField({ label, placeholder, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="field search-field">
      <SearchIcon />
      <Input className="field-input" dir="auto" {...given({ placeholder, ref: inputRef })} />
      <AriaButton className="search-field-clear" aria-label="Clear">
        <CloseIcon />
      </AriaButton>
    </AriaSearchField>
  )
}

/** Without what is undefined: the component library tells "not given" from "given as undefined". */
function given<T extends object>(props: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(props).filter(([, value]) => value !== undefined)
  // Only undefined values were taken out.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
