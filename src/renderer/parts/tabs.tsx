import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import './tabs.css'

export interface TabEntry<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

export interface TabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly TabEntry<T>[]
  readonly selected?: T
  readonly onSelect?: (id: T) => void
}

/** Fills its place; each tab's content scrolls by itself. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  return (
    <AriaTabs
      className="tabs"
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key)
        if (tab !== undefined) onSelect?.(tab.id)
      }}
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map(({ id, label, count }) => (
          <Tab key={id} id={id} className="tab">
            {label}
            {count !== undefined && <span className="tab-count">{count.toLocaleString('en')}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
