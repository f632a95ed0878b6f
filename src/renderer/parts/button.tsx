import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  type PressEvent,
} from 'react-aria-components'
import { WithTooltip } from './tooltip.tsx'
import './button.css'

export interface ButtonProps {
  readonly children: ReactNode
  /** `primary`: the one thing this place is for. `quiet`: no frame until it is pointed at. */
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet'
  readonly icon?: ReactNode
  readonly isDisabled?: boolean
  /** Waiting for what it started: cannot be pressed again, keeps the focus. */
  readonly isPending?: boolean
  readonly autoFocus?: boolean
  readonly type?: 'button' | 'submit'
  readonly onPress?: (event: PressEvent) => void
  /** For a button that names something else than its words say. */
  readonly 'aria-label'?: string
}

export function Button({ children, tone = 'plain', icon, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className="button" data-tone={tone}>
      {icon}
      <span className="button-words">{children}</span>
    </AriaButton>
  )
}

export interface IconButtonProps {
  /** Spoken, and shown in the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  /** Shown in the tooltip, as `keysInWords` writes it. */
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly tone?: 'quiet' | 'plain'
  readonly onPress?: (event: PressEvent) => void
}

export function IconButton({ label, icon, keys, tone = 'quiet', ...rest }: IconButtonProps) {
  return (
    <WithTooltip words={label} keys={keys}>
      <AriaButton {...rest} aria-label={label} className="button icon-button" data-tone={tone}>
        {icon}
      </AriaButton>
    </WithTooltip>
  )
}

export interface ToggleIconButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly keys?: string
  readonly isSelected: boolean
  readonly isDisabled?: boolean
  /** For the mouse alone, because a key does the same where the focus is. */
  readonly excludeFromTabOrder?: boolean
  readonly onChange: (isSelected: boolean) => void
}

export function ToggleIconButton({ label, icon, keys, ...rest }: ToggleIconButtonProps) {
  return (
    <WithTooltip words={label} keys={keys}>
      <AriaToggleButton {...rest} aria-label={label} className="button icon-button" data-tone="quiet">
        {icon}
      </AriaToggleButton>
    </WithTooltip>
  )
}
