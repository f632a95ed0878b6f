import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  type MenuRenderFn,
  type MenuTextMatch,
} from '@lexical/react/LexicalTypeaheadMenuPlugin'
import { $createTextNode, type LexicalNode, type TextNode } from 'lexical'
import { useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Inline } from '#contract/prose.ts'
import { useMenuAtCaret } from './place-of-menu.ts'
import { $nodesOfInlines } from './write-prose.ts'

/** What is offered while the analyst types `@name` (entities) or `[[words` (sources and passages). */

export interface Suggestion {
  readonly id: string
  readonly label: string
  readonly detail?: string
  /** What takes the place of the typed words. */
  readonly inline: Inline
}

export type SuggestionTrigger = 'entity' | 'passage'

export interface SuggestionSource {
  /** Best first; an empty list shows nothing. */
  readonly find: (trigger: SuggestionTrigger, typed: string) => Promise<readonly Suggestion[]>
}

class SuggestionOption extends MenuOption {
  readonly suggestion: Suggestion

  constructor(suggestion: Suggestion) {
    super(suggestion.id)
    this.suggestion = suggestion
  }
}

interface Typed {
  readonly trigger: SuggestionTrigger
  readonly words: string
}

export function Suggestions({ source }: { readonly source: SuggestionSource }) {
  const [editor] = useLexicalComposerContext()
  const [typed, setTyped] = useState<Typed | null>(null)
  const found = useFound(source, typed)
  const options = useMemo(() => found.map((one) => new SuggestionOption(one)), [found])

  const choose = (option: SuggestionOption, typedNode: TextNode | null, close: () => void) => {
    editor.update(() => {
      const [node] = $nodesOfInlines([option.suggestion.inline])
      if (node === undefined) return
      typedNode?.replace(node)
      $spaceBehind(node).select(1, 1)
      close()
    })
  }

  return (
    <LexicalTypeaheadMenuPlugin<SuggestionOption>
      options={options}
      onQueryChange={(query) => {
        if (query === null) setTyped(null)
      }}
      triggerFn={(text) => {
        const match = matchTrigger(text)
        if (match !== null) setTyped(match.typed)
        return match?.place ?? null
      }}
      onSelectOption={choose}
      menuRenderFn={(anchor, menu) => renderMenu(anchor.current, menu, options)}
    />
  )
}

type Menu = Parameters<MenuRenderFn<SuggestionOption>>[1]

function renderMenu(anchor: HTMLElement | null, menu: Menu, options: readonly SuggestionOption[]) {
  if (anchor === null || options.length === 0) return null
  return createPortal(<SuggestionList menu={menu} options={options} />, anchor)
}

interface SuggestionListProps {
  readonly menu: Menu
  readonly options: readonly SuggestionOption[]
}

function SuggestionList({ menu, options }: SuggestionListProps) {
  const { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex } = menu
  const { ref, place } = useMenuAtCaret()
  return (
    <div
      className="suggestions"
      role="listbox"
      aria-label="Suggestions"
      ref={ref}
      style={place ?? { visibility: 'hidden' }}
    >
      {options.map((option, at) => (
        // The editor keeps the focus and hears the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={option.key}
          ref={(element) => option.setRefElement(element)}
          id={`typeahead-item-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === selectedIndex}
          className="suggestion"
          onMouseEnter={() => setHighlightedIndex(at)}
          onClick={() => selectOptionAndCleanUp(option)}
        >
          <bdi className="one-line">{option.suggestion.label}</bdi>
          {option.suggestion.detail !== undefined && (
            <span className="suggestion-detail one-line">{option.suggestion.detail}</span>
          )}
        </div>
      ))}
    </div>
  )
}

/** `@` after a space with a few words behind it, or `[[` and anything up to a bracket. */
const triggers: readonly { readonly trigger: SuggestionTrigger; readonly pattern: RegExp }[] = [
  { trigger: 'passage', pattern: /\[\[([^[\]]{0,60})$/ },
  { trigger: 'entity', pattern: /(?:^|[\s(“"'—–-])(@([\p{L}\p{N}'’-]+(?: [\p{L}\p{N}'’-]*){0,3})?)$/u },
]

function matchTrigger(text: string): { typed: Typed; place: MenuTextMatch } | null {
  for (const { trigger, pattern } of triggers) {
    const found = pattern.exec(text)
    if (found === null) continue
    const replaceableString = trigger === 'passage' ? found[0] : (found[1] ?? '')
    const words = (trigger === 'passage' ? found[1] : found[2]) ?? ''
    const leadOffset = text.length - replaceableString.length
    return { typed: { trigger, words }, place: { leadOffset, matchingString: words, replaceableString } }
  }
  return null
}

const none: readonly Suggestion[] = []

function useFound(source: SuggestionSource, typed: Typed | null): readonly Suggestion[] {
  const [found, setFound] = useState(none)
  const trigger = typed?.trigger
  const words = typed?.words
  useEffect(() => {
    let isCurrent = true
    const show = (suggestions: readonly Suggestion[]) => {
      if (isCurrent) setFound(suggestions)
    }
    if (trigger === undefined || words === undefined) show(none)
    // Without an answer there is nothing to suggest; typing goes on.
    else source.find(trigger, words).then(show, () => show(none))
    return () => {
      isCurrent = false
    }
  }, [source, trigger, words])
  return found
}

function $spaceBehind(node: LexicalNode): TextNode {
  const space = $createTextNode(' ')
  node.insertAfter(space)
  return space
}
