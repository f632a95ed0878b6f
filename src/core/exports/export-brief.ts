import type { BriefFormat, ExportedFile } from '#contract/exports.ts'
import type { BriefId } from '#contract/ids.ts'
import { findBrief } from '../briefs/briefs.ts'
import type { Reading } from '../casebook/casebook.ts'
import { briefToHtml } from './formats/brief-html.ts'
import { briefToMarkdown } from './formats/brief-markdown.ts'
import { numberCitations } from './number-citations.ts'

/** @throws CasebookError brief.not-found */
export function exportBrief(
  { store, outside }: Reading,
  { id, format }: { id: BriefId; format: BriefFormat },
): ExportedFile {
  const brief = findBrief(store, id)
  const numbered = numberCitations(store, brief.prose)
  switch (format) {
    case 'md':
      return {
        name: `${fileName(brief.title)}.md`,
        mediaType: 'text/markdown',
        content: briefToMarkdown(brief, numbered),
      }
    case 'html': {
      const content = briefToHtml(brief, numbered, outside.resource('export/brief.css'))
      return { name: `${fileName(brief.title)}.html`, mediaType: 'text/html', content }
    }
  }
}

const longestName = 80

/** A title as a name that every file system takes. */
function fileName(title: string): string {
  const plain = title
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return plain.slice(0, longestName).replace(/[. ]+$/, '') || 'Brief'
}
