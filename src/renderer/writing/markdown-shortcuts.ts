import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown'

/** What turns into form while it is typed: `## `, `> `, `- `, `1. `, `**bold**`, `*italic*`, `` `code` ``, `~~struck~~`. */
export const markdownShortcuts: Transformer[] = [
  HEADING,
  QUOTE,
  UNORDERED_LIST,
  ORDERED_LIST,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  STRIKETHROUGH,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
]
