import type { EditorThemeClasses } from 'lexical'

/** Classes of what is written; `writing.css` says how they look. */
export const editorTheme: EditorThemeClasses = {
  paragraph: 'prose-paragraph',
  heading: { h1: 'prose-h1', h2: 'prose-h2', h3: 'prose-h3' },
  quote: 'prose-quote',
  link: 'prose-link',
  list: {
    ul: 'prose-ul',
    ol: 'prose-ol',
    listitem: 'prose-li',
    nested: { listitem: 'prose-li-nested' },
  },
  text: {
    bold: 'prose-bold',
    italic: 'prose-italic',
    underline: 'prose-underline',
    strikethrough: 'prose-strike',
    underlineStrikethrough: 'prose-underline-strike',
    code: 'prose-code',
  },
}
