import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { CitationNode } from './citation-node.tsx'
import { ReferenceNode } from './reference-node.tsx'

/** Everything that prose can be made of, beside paragraphs, text and line breaks. */
export const proseNodes = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  CitationNode,
  ReferenceNode,
]
