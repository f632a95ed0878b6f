import type { ReactNode } from 'react'
import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { WarningIcon } from './icons.tsx'
import './states.css'

/** What stands where there is nothing, not yet, or not any more. */

export interface EmptyStateProps {
  readonly title: string
  readonly icon?: ReactNode
  /** What to do about it. */
  readonly children?: ReactNode
  readonly buttons?: ReactNode
}

export function EmptyState({ title, icon, children, buttons }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon !== undefined && <span className="empty-state-icon">{icon}</span>}
      <h2 className="empty-state-title">{title}</h2>
      {children !== undefined && <div className="empty-state-words">{children}</div>}
      {buttons !== undefined && <div className="empty-state-buttons">{buttons}</div>}
    </div>
  )
}

/** In place of an answer that did not come. */
export function FailureState({
  message,
  buttons,
}: {
  readonly message: string
  readonly buttons?: ReactNode
}) {
  return (
    <div className="empty-state" role="alert">
      <span className="empty-state-icon" data-tone="failure">
        <WarningIcon size={20} />
      </span>
      <p className="empty-state-words">{message}</p>
      {buttons !== undefined && <div className="empty-state-buttons">{buttons}</div>}
    </div>
  )
}

/** Appears only after a moment: what comes at once does not flicker. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <AriaProgressBar aria-label={label} isIndeterminate className="spinner">
      <span className="spinner-wheel" />
      <span className="spinner-words">{label}</span>
    </AriaProgressBar>
  )
}

export interface ProgressBarProps {
  readonly label: string
  readonly done: number
  /** Null while nobody knows. */
  readonly total: number | null
}

export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const known = total !== null && total > 0
  return (
    <AriaProgressBar
      aria-label={label}
      className="progress"
      isIndeterminate={!known}
      minValue={0}
      maxValue={known ? total : 100}
      value={known ? done : 0}
    >
      {({ percentage }) => (
        <svg className="progress-track" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
          <rect
            className="progress-fill"
            data-known={known}
            width={known ? (percentage ?? 0) : 30}
            height="1"
          />
        </svg>
      )}
    </AriaProgressBar>
  )
}

export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'danger'
  readonly icon?: ReactNode
  readonly children: ReactNode
  readonly buttons?: ReactNode
}

/** A line across the window for what concerns all of it. */
export function Banner({ tone, icon, children, buttons }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      {icon ?? <WarningIcon />}
      <span className="banner-words">{children}</span>
      {buttons}
    </div>
  )
}
