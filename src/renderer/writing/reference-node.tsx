import {
  $applyNodeReplacement,
  DecoratorNode,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical'
import type { ReactNode } from 'react'
import type { Inline } from '#contract/prose.ts'
import { ReferenceLink } from './reference-link.tsx'

/** An entity or a source, named in running text. The words are those of the moment it was named. */
export type Reference = Extract<Inline, { kind: 'entity' | 'source' }>

type SerializedReference = Spread<{ reference: Reference }, SerializedLexicalNode>

export class ReferenceNode extends DecoratorNode<ReactNode> {
  readonly __reference: Reference

  static override getType(): string {
    return 'reference'
  }

  static override clone(node: ReferenceNode): ReferenceNode {
    return new ReferenceNode(node.__reference, node.__key)
  }

  static override importJSON(serialized: SerializedReference): ReferenceNode {
    return $createReferenceNode(serialized.reference).updateFromJSON(serialized)
  }

  constructor(reference: Reference, key?: NodeKey) {
    super(key)
    this.__reference = reference
  }

  override exportJSON(): SerializedReference {
    return { ...super.exportJSON(), reference: this.__reference }
  }

  getReference(): Reference {
    return this.getLatest().__reference
  }

  override createDOM(): HTMLElement {
    const place = document.createElement('span')
    place.className = 'reference-place'
    return place
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): true {
    return true
  }

  override getTextContent(): string {
    return this.getReference().text
  }

  override decorate(): ReactNode {
    return <ReferenceLink reference={this.__reference} />
  }
}

export function $createReferenceNode(reference: Reference): ReferenceNode {
  return $applyNodeReplacement(new ReferenceNode(reference))
}

export function $isReferenceNode(node: LexicalNode | null | undefined): node is ReferenceNode {
  return node instanceof ReferenceNode
}
