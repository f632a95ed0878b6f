import type { ReactNode } from 'react'

/** The frame that every icon is drawn in: a grid of 16, a line of 1.5, the colour of the words. */

interface IconProps {
  /** Edge in CSS pixels. */
  readonly size?: 16 | 20
}

export function icon(name: string, drawing: ReactNode) {
  function Icon({ size = 16 }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {drawing}
      </svg>
    )
  }
  Icon.displayName = name
  return Icon
}
