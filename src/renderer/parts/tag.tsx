import type { ReactNode } from 'react'
import { Tag as AriaTag, Button, TagGroup, TagList } from 'react-aria-components'
import { CloseIcon } from './icons.tsx'
import './tag.css'

/** A word on a small ground: a state, a kind, a count. */
export function Chip(props: {
  readonly tone?: 'plain' | 'accent' | 'good' | 'warning' | 'danger'
  readonly icon?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <span className="chip" data-tone={props.tone ?? 'plain'}>
      {props.icon}
      <bdi className="one-line">{props.children}</bdi>
    </span>
  )
}

export interface TagEntry {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
}

export interface TagsProps {
  readonly label: string
  readonly tags: readonly TagEntry[]
  readonly onOpen?: (id: string) => void
  /** Left out: they cannot be taken away. Delete and Backspace do it, too. */
  readonly onRemove?: (id: string) => void
}

/** Arrows walk through them, Enter opens, Delete takes away. */
export function Tags({ label, tags, onOpen, onRemove }: TagsProps) {
  return (
    <TagGroup
      aria-label={label}
      {...(onRemove === undefined
        ? {}
        : {
            onRemove: (keys) => {
              for (const key of keys) onRemove(String(key))
            },
          })}
    >
      <TagList className="tags" items={tags}>
        {(tag) => (
          <AriaTag
            id={tag.id}
            textValue={tag.label}
            className="chip tag"
            {...(onOpen === undefined ? {} : { onAction: () => onOpen(tag.id) })}
          >
            {tag.icon}
            <bdi className="one-line">{tag.label}</bdi>
            {onRemove !== undefined && (
              <Button slot="remove" className="tag-remove" aria-label={`Remove ${tag.label}`}>
                <CloseIcon />
              </Button>
            )}
          </AriaTag>
        )}
      </TagList>
    </TagGroup>
  )
}
