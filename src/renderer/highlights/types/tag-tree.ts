import type { Tag } from '#contract/highlights.ts'

/** A tag with those inside it. A level that no highlight carries itself is there for what is inside. */
export interface TagNode {
  /** The whole name: `security/border`. */
  readonly name: string
  /** Its last level: `border`. */
  readonly label: string
  /** Highlights that carry the tag itself. */
  readonly highlights: number
  readonly inside: readonly TagNode[]
}

/** `tags` by name, as the engine lists them. */
export function tagTree(tags: readonly Tag[]): readonly TagNode[] {
  const counts = new Map(tags.map(({ name, highlights }) => [name, highlights]))
  const names = new Set(tags.flatMap(({ name }) => levelsOf(name)))
  const inside = Map.groupBy(names, outerOf)
  const nodesIn = (outer: string | null): TagNode[] =>
    (inside.get(outer) ?? []).map((name) => ({
      name,
      label: name.slice(outer === null ? 0 : outer.length + 1),
      highlights: counts.get(name) ?? 0,
      inside: nodesIn(name),
    }))
  return nodesIn(null)
}

/** The tag that holds this one; null for one of the first level. */
export function outerOf(name: string): string | null {
  const at = name.lastIndexOf('/')
  return at < 0 ? null : name.slice(0, at)
}

/** `a`, `a/b`, `a/b/c` for `a/b/c`. */
function levelsOf(name: string): string[] {
  const levels = name.split('/')
  return levels.map((_, at) => levels.slice(0, at + 1).join('/'))
}
