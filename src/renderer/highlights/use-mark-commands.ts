import type { Highlight, HighlightType } from '#contract/highlights.ts'
import { bringIntoView, useReading } from '../reader/reader.tsx'
import { useCommand, useSelection } from '../session/session.tsx'
import { useHovered } from './hover/hovered-store.ts'
import type { MarkActions } from './mark-actions.ts'
import { labelOf } from './mark-looks.ts'
import { neighbourOf, nextOfPile, pileAt } from './neighbours.ts'

interface MarkCommands {
  readonly actions: MarkActions
  readonly types: readonly HighlightType[]
  readonly current: Highlight | null
  readonly highlights: readonly Highlight[]
}

const group = 'Marking'

/** One key each; what they do is in the palette and on the sheet of keys, too. */
export function useMarkCommands({ actions, types, current, highlights }: MarkCommands): void {
  const { selected, clearSelected, view, announce } = useReading()
  const select = useSelection((selection) => selection.select)
  const hasNothing = selected === null && current === null

  useCommand({
    id: 'highlight.add',
    title: 'Highlight the selection',
    group,
    keys: ['h'],
    disabled: selected === null,
    run: actions.highlight,
  })
  useCommand({
    id: 'highlight.link',
    title: 'Link an entity',
    group,
    keys: ['e'],
    disabled: hasNothing,
    run: actions.link,
  })
  useCommand({
    id: 'highlight.note',
    title: 'Write a note',
    group,
    keys: ['n'],
    disabled: hasNothing,
    run: actions.note,
  })
  useCommand({
    id: 'highlight.tag',
    title: 'Tag',
    group,
    keys: ['t'],
    disabled: hasNothing,
    run: actions.tag,
  })
  useCommand({
    id: 'highlight.all',
    title: 'Mark all of these…',
    group,
    keys: ['a'],
    disabled: hasNothing,
    run: actions.all,
  })
  useCommand({
    id: 'highlight.join',
    title: 'Add the selection to the current highlight',
    group,
    keys: ['j'],
    disabled: actions.join === null,
    run: () => actions.join?.(),
  })
  useCommand({
    id: 'highlight.part',
    title: 'Take the selection out of the current highlight',
    group,
    keys: ['r'],
    disabled: actions.part === null,
    run: () => actions.part?.(),
  })
  useTypeCommands(types, actions, hasNothing)
  useCommand({
    id: 'highlight.delete',
    title: 'Delete the highlight',
    group,
    keys: ['delete', 'backspace'],
    disabled: actions.remove === null,
    run: () => actions.remove?.(),
  })
  useCommand({
    id: 'highlight.leave',
    title: 'Clear the selection',
    group,
    keys: ['escape'],
    disabled: hasNothing,
    run: () => (selected === null ? select(null) : clearSelected(selected)),
  })

  const show = (next: Highlight | null) => {
    const [passage] = next?.passages ?? []
    if (next === null || passage === undefined) return
    select(next.id)
    bringIntoView(view, passage, 'nearest')
    announce(`${labelOf(next, new Map(types.map((type) => [type.id, type])))}: ${passage.quote}`)
    useHovered.getState().show(pileAt(highlights, next), 'keys')
  }
  const walk = (direction: 'next' | 'previous') => {
    show(neighbourOf(highlights, current, direction))
  }
  const isUnmarked = highlights.length === 0
  useCommand({
    id: 'highlight.next',
    title: 'Next highlight',
    group,
    keys: ['.'],
    disabled: isUnmarked,
    run: () => walk('next'),
  })
  useCommand({
    id: 'highlight.previous',
    title: 'Previous highlight',
    group,
    keys: [','],
    disabled: isUnmarked,
    run: () => walk('previous'),
  })
  useCommand({
    id: 'highlight.pile',
    title: 'Next highlight of the pile',
    group,
    keys: ['p'],
    disabled: current === null,
    run: () => show(current === null ? null : nextOfPile(highlights, current)),
  })
}

const typeKeys = [1, 2, 3, 4, 5, 6, 7, 8] as const

function useTypeCommands(types: readonly HighlightType[], actions: MarkActions, hasNothing: boolean): void {
  for (const key of typeKeys) {
    const type = types.find((one) => one.key === key)
    // The list of keys never changes its length: the order of hooks is the same at every render.
    // oxlint-disable-next-line react/rules-of-hooks
    useCommand({
      id: `highlight.type-${key}`,
      title: `Mark as ${type?.name ?? `type ${key}`}`,
      group,
      keys: [String(key)],
      disabled: hasNothing || type === undefined,
      run: () => {
        if (type !== undefined) actions.mark(type)
      },
    })
  }
}
