import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import './marks-of-choice.css'

export interface RadioListProps<T extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: T; readonly label: string; readonly detail?: ReactNode }[]
  readonly value: T | null
  readonly onChange: (value: T) => void
}

/** One of several that want more than a word each; all of them in sight. Arrows choose. */
export function RadioList<T extends string>({ label, choices, value, onChange }: RadioListProps<T>) {
  return (
    <RadioGroup
      className="radio-list"
      value={value}
      onChange={(chosen) => {
        const choice = choices.find(({ id }) => id === chosen)
        if (choice !== undefined) onChange(choice.id)
      }}
    >
      <Label className="field-label">{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className="radio-choice">
          <span className="choice-dot" aria-hidden="true" />
          <span className="radio-words">
            <span>{choice.label}</span>
            {choice.detail !== undefined && <span className="radio-detail">{choice.detail}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
