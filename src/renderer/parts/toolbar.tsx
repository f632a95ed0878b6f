import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import './toolbar.css'

/** Buttons in a row: one stop of the Tab key, arrows inside. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className="toolbar">
      {children}
    </AriaToolbar>
  )
}

/** The head of a page or a pane: what it is on the left, what can be done on the right. */
export function PageHead(props: {
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <header className="page-head">
      <h1 className="page-title one-line" dir="auto">
        {props.title}
      </h1>
      {props.detail !== undefined && <span className="page-detail one-line">{props.detail}</span>}
      <span className="page-head-gap" />
      {props.children}
    </header>
  )
}
