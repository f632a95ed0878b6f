import { Checkbox as AriaCheckbox } from 'react-aria-components'
import { CheckIcon } from './icons.tsx'
import './marks-of-choice.css'

export interface CheckboxProps {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

export function Checkbox({ label, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      <span className="choice-box" aria-hidden="true">
        <CheckIcon />
      </span>
      {label}
    </AriaCheckbox>
  )
}
