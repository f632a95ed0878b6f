import { endingOf, type Format } from './format.ts'

/** Markdown: the words without its signs, headings and lists as structure, front matter as metadata. */
export const markdown: Format = {
  name: 'markdown',
  isMine: ({ name }) => ['md', 'markdown', 'mdown', 'mkd'].includes(endingOf(name)),
  read: async (file) => [(await import('./read-markdown.ts')).readMarkdown(file)],
}
