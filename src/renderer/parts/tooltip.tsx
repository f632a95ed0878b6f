import type { ReactElement, ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Keys } from './keys.tsx'
import './tooltip.css'

export interface WithTooltipProps {
  readonly words: ReactNode
  /** A shortcut, as `mod+k`. */
  readonly keys?: string | undefined
  /** Something that can have the focus: a tooltip is never for the mouse alone. */
  readonly children: ReactElement
}

export function WithTooltip({ words, keys, children }: WithTooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip offset={6} className="tooltip">
        {words}
        {keys !== undefined && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
