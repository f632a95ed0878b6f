import {
  $applyNodeReplacement,
  DecoratorNode,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical'
import type { ReactNode } from 'react'
import { type HighlightId, highlightId } from '#contract/ids.ts'
import { CitationMark } from './prose-links.tsx'

type SerializedCitation = Spread<{ highlight: string }, SerializedLexicalNode>

/** A live link to a highlight, as one unbreakable sign in the text. */
export class CitationNode extends DecoratorNode<ReactNode> {
  readonly __highlight: HighlightId

  static override getType(): string {
    return 'citation'
  }

  static override clone(node: CitationNode): CitationNode {
    return new CitationNode(node.__highlight, node.__key)
  }

  static override importJSON(serialized: SerializedCitation): CitationNode {
    return $createCitationNode(highlightId.parse(serialized.highlight)).updateFromJSON(serialized)
  }

  constructor(highlight: HighlightId, key?: NodeKey) {
    super(key)
    this.__highlight = highlight
  }

  override exportJSON(): SerializedCitation {
    return { ...super.exportJSON(), highlight: this.__highlight }
  }

  getHighlight(): HighlightId {
    return this.getLatest().__highlight
  }

  override createDOM(): HTMLElement {
    const place = document.createElement('span')
    place.className = 'citation-place'
    return place
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): true {
    return true
  }

  override getTextContent(): string {
    return ''
  }

  override decorate(): ReactNode {
    return <CitationMark highlight={this.__highlight} />
  }
}

export function $createCitationNode(highlight: HighlightId): CitationNode {
  return $applyNodeReplacement(new CitationNode(highlight))
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode
}
