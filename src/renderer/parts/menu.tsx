import type { ReactNode } from 'react'
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Keys } from './keys.tsx'
import { WithTooltip } from './tooltip.tsx'
import './button.css'
import './choices.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly keys?: string
  readonly tone?: 'danger'
  readonly isDisabled?: boolean
  readonly run: () => void
}

export interface MenuButtonProps {
  readonly label: string
  /** With an icon alone, the label is spoken and shown in a tooltip. */
  readonly icon?: ReactNode
  readonly iconOnly?: boolean
  /** Groups, with a line between them. */
  readonly entries: readonly (readonly MenuEntry[])[]
  readonly isDisabled?: boolean
}

export function MenuButton({ label, icon, iconOnly = false, entries, isDisabled = false }: MenuButtonProps) {
  const button = (
    <Button
      className={iconOnly ? 'button icon-button' : 'button'}
      data-tone="quiet"
      isDisabled={isDisabled}
      {...(iconOnly ? { 'aria-label': label } : {})}
    >
      {icon}
      {!iconOnly && <span className="button-words">{label}</span>}
    </Button>
  )
  return (
    <MenuTrigger>
      {iconOnly ? <WithTooltip words={label}>{button}</WithTooltip> : button}
      <Popover className="popover" offset={4}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  )
}

function MenuList({ label, entries }: Pick<MenuButtonProps, 'label' | 'entries'>) {
  const groups = entries.filter((group) => group.length > 0)
  const run = (id: string) =>
    groups
      .flat()
      .find((entry) => entry.id === id)
      ?.run()
  return (
    <AriaMenu className="menu" aria-label={label} onAction={(key) => run(String(key))}>
      {groups.flatMap((group, at) => [
        ...(at === 0 ? [] : [<Separator key={`line-${group[0]?.id}`} className="menu-separator" />]),
        ...group.map((entry) => <MenuRow key={entry.id} entry={entry} />),
      ])}
    </AriaMenu>
  )
}

function MenuRow({ entry }: { readonly entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className="menu-item"
      data-tone={entry.tone}
      isDisabled={entry.isDisabled ?? false}
    >
      {entry.icon}
      <span className="menu-item-words">{entry.label}</span>
      {entry.keys !== undefined && <Keys keys={entry.keys} />}
    </MenuItem>
  )
}
