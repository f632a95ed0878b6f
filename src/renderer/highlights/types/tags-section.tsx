import { useState } from 'react'
import type { Tag } from '#contract/highlights.ts'
import { IconButton } from '../../parts/button.tsx'
import { EditField } from '../../parts/fields.tsx'
import { TagIcon, TrashIcon } from '../../parts/icons.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useAnswer, useAsk, useReadOnly } from '../../session/session.tsx'
import { DeleteOrMerge } from './delete-or-merge.tsx'
import { outerOf, type TagNode, tagTree } from './tag-tree.ts'
import { marksInWords } from './type-row.tsx'

const noTags: readonly Tag[] = []

/** The tags as a tree. Renaming one takes along what is inside; a name that is there already makes the two one. */
export function TagsSection() {
  const tags = useAnswer('highlights.tags', {}).data?.items ?? noTags
  const [leaving, setLeaving] = useState<TagNode | null>(null)
  const ask = useAsk()
  const rename = (from: string, to: string) => {
    // A failure has been shown by `useAsk`, here and below.
    ask('highlights.renameTag', { from, to }).catch(() => {})
  }
  const leave = (into: string | null) => {
    setLeaving(null)
    if (leaving === null) return
    if (into === null) ask('highlights.deleteTag', { name: leaving.name }).catch(() => {})
    else rename(leaving.name, into)
  }
  return (
    <section className="types-part" aria-labelledby="tags-heading">
      <h2 id="tags-heading">Tags</h2>
      {tags.length === 0 ? (
        <EmptyState title="No tags yet" icon={<TagIcon size={20} />}>
          A tag begins with the first mark that carries it. <code>security/border</code> is a tag inside{' '}
          <code>security</code>.
        </EmptyState>
      ) : (
        <>
          <p className="types-hint">
            Renaming a tag takes along what is inside it. A name that is there already merges the two; a slash
            puts one inside another.
          </p>
          <TagList nodes={tagTree(tags)} onRename={rename} onLeave={setLeaving} />
        </>
      )}
      {leaving !== null && (
        <DeleteOrMerge
          what={`the tag ${leaving.name}`}
          highlights={leaving.highlights}
          others={tags
            .filter(({ name }) => name !== leaving.name && !name.startsWith(`${leaving.name}/`))
            .map(({ name }) => ({ id: name, label: name }))}
          noneLabel="no tag"
          onDone={leave}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  )
}

interface TagListProps {
  readonly nodes: readonly TagNode[]
  readonly onRename: (from: string, to: string) => void
  readonly onLeave: (node: TagNode) => void
}

function TagList({ nodes, onRename, onLeave }: TagListProps) {
  const readOnly = useReadOnly()
  return (
    <ul className="tag-tree">
      {nodes.map((node) => (
        <li key={node.name}>
          <div className="tag-node">
            <EditField
              label={`Name of ${node.name}`}
              hideLabel
              value={node.label}
              isDisabled={readOnly}
              onKeep={(label) => {
                const outer = outerOf(node.name)
                if (label.trim() !== '') onRename(node.name, outer === null ? label : `${outer}/${label}`)
              }}
            />
            <span className="type-count">{node.highlights === 0 ? '' : marksInWords(node.highlights)}</span>
            <IconButton
              label={`Delete or merge ${node.name}`}
              icon={<TrashIcon />}
              isDisabled={readOnly}
              onPress={() => onLeave(node)}
            />
          </div>
          {node.inside.length > 0 && <TagList nodes={node.inside} onRename={onRename} onLeave={onLeave} />}
        </li>
      ))}
    </ul>
  )
}
