import type { KeyboardEvent, ReactNode } from 'react'
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { CheckIcon, ChevronDownIcon } from './icons.tsx'
import './fields.css'
import './choices.css'

export interface Choice<T extends string> {
  readonly id: T
  readonly label: string
  readonly icon?: ReactNode
  readonly detail?: string
}

export interface SelectProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly choices: readonly Choice<T>[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, choices, value, onChange, placeholder = 'Choose…', isDisabled = false } = props
  return (
    <AriaSelect
      className="field"
      aria-label={label}
      isDisabled={isDisabled}
      placeholder={placeholder}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key)
        if (chosen !== undefined) onChange(chosen.id)
      }}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <AriaButton className="button select-button">
        <SelectValue className="select-value" />
        <ChevronDownIcon />
      </AriaButton>
      <Popover className="popover choices" offset={4}>
        <ListBox items={choices}>{(choice) => <ChoiceRow choice={choice} />}</ListBox>
      </Popover>
    </AriaSelect>
  )
}

export interface ComboBoxProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  /** Already narrowed down to what was typed: whoever knows the things knows what fits. */
  readonly choices: readonly Choice<T>[]
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onChoose: (id: T) => void
  /** Enter while no choice is gone to: for things that are what they are called. */
  readonly onEnter?: (typed: string) => void
  /** What was chosen, where it is one and stays in the field: the list closes. Left out, it waits for the next one. */
  readonly chosen?: T | null
  readonly placeholder?: string
  readonly description?: string
  readonly autoFocus?: boolean
  /** Said in the list where nothing fits. */
  readonly nothing?: string
}

/** Typing narrows down, arrows choose. To let the analyst make a new thing, hand in a choice for that, too. */
export function ComboBox<T extends string>(props: ComboBoxProps<T>) {
  const { label, hideLabel, choices, typed, onType, onChoose, onEnter, placeholder, description, nothing } =
    props
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const isAtChoice = event.currentTarget.hasAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isAtChoice || typed.trim() === '') return
    onEnter?.(typed.trim())
  }
  return (
    <AriaComboBox
      className="field"
      aria-label={label}
      items={choices}
      inputValue={typed}
      onInputChange={onType}
      value={props.chosen ?? null}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key)
        if (chosen !== undefined) onChoose(chosen.id)
      }}
      menuTrigger="focus"
      allowsCustomValue
      allowsEmptyCollection={nothing !== undefined}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Input
        className="field-input"
        dir="auto"
        autoFocus={props.autoFocus ?? false}
        onFocus={(event) => {
          // What stands in a field that opens by itself is a guess: typing takes its place.
          if (props.autoFocus === true) event.currentTarget.select()
        }}
        onKeyDown={press}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <Popover className="popover choices" offset={4}>
        <ListBox<Choice<T>> renderEmptyState={() => <p className="choices-nothing">{nothing}</p>}>
          {(choice) => <ChoiceRow choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

function ChoiceRow<T extends string>({ choice }: { readonly choice: Choice<T> }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className="choice">
      {choice.icon}
      <span className="choice-words">
        <Text slot="label" className="one-line">
          <bdi>{choice.label}</bdi>
        </Text>
        {choice.detail !== undefined && (
          <Text slot="description" className="choice-detail one-line">
            {choice.detail}
          </Text>
        )}
      </span>
      <span className="choice-check">
        <CheckIcon />
      </span>
    </ListBoxItem>
  )
}
