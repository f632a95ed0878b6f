import type { BriefText } from '#contract/briefs.ts'
import type { Block, Inline, ListBlock, TextMark } from '#contract/prose.ts'
import { describeInFull, describeShortly } from '../describe-source.ts'
import type { CitedSource, Note, Numbered } from '../number-citations.ts'
import { safeAddress } from '../safe-address.ts'

/**
 * A brief as one HTML file that needs nothing else: no script, no picture, no address that is fetched. Each citation
 * leads to a note with the passage in its context, and each note back.
 */
export function briefToHtml(brief: BriefText, numbered: Numbered, style: string): string {
  const cited = new Map<number, number>()
  const body = brief.prose.blocks.map((block) => blockHtml(block, numbered, cited)).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Casebook">
<title>${escape(brief.title)}</title>
<style>
${style}
</style>
</head>
<body>
<article class="brief">
<h1 dir="auto">${escape(brief.title)}</h1>
${body}
${notesHtml(numbered.notes, cited)}
${sourcesHtml(numbered.sources)}
</article>
</body>
</html>
`
}

/** `cited` counts how often each note was cited so far, so that every citation has an address of its own. */
type Cited = Map<number, number>

function blockHtml(block: Block, numbered: Numbered, cited: Cited): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p dir="auto">${inlinesHtml(block.inlines, numbered, cited)}</p>`
    case 'heading': {
      const tag = `h${block.level + 1}`
      return `<${tag} dir="auto">${inlinesHtml(block.inlines, numbered, cited)}</${tag}>`
    }
    case 'quote':
      return `<blockquote dir="auto"><p>${inlinesHtml(block.inlines, numbered, cited)}</p></blockquote>`
    case 'list':
      return listHtml(block, numbered, cited)
  }
}

function listHtml({ ordered, items }: ListBlock, numbered: Numbered, cited: Cited): string {
  const tag = ordered ? 'ol' : 'ul'
  const lines = items.map(({ inlines, list }) => {
    const inner = list === undefined ? '' : `\n${listHtml(list, numbered, cited)}`
    return `<li dir="auto">${inlinesHtml(inlines, numbered, cited)}${inner}</li>`
  })
  return `<${tag}>\n${lines.join('\n')}\n</${tag}>`
}

function inlinesHtml(inlines: readonly Inline[], numbered: Numbered, cited: Cited): string {
  return inlines.map((inline) => inlineHtml(inline, numbered, cited)).join('')
}

function inlineHtml(inline: Inline, numbered: Numbered, cited: Cited): string {
  switch (inline.kind) {
    case 'text':
      return markedHtml(inline.text, inline.marks ?? [])
    case 'break':
      return '<br>'
    case 'link': {
      const href = safeAddress(inline.href)
      const words = escape(inline.text)
      return href === null ? words : `<a href="${escape(href)}" rel="noreferrer">${words}</a>`
    }
    case 'entity':
    case 'source':
      return `<bdi>${escape(inline.text)}</bdi>`
    case 'citation': {
      const note = numbered.noteOf(inline.highlight)
      return note === null
        ? '<em class="missing">[the cited passage was deleted]</em>'
        : citationHtml(note, cited)
    }
  }
}

const markTags: Readonly<Record<TextMark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
}

function markedHtml(words: string, marks: readonly TextMark[]): string {
  return marks.reduce((html, mark) => `<${markTags[mark]}>${html}</${markTags[mark]}>`, escape(words))
}

function citationHtml({ number }: Note, cited: Cited): string {
  const times = (cited.get(number) ?? 0) + 1
  cited.set(number, times)
  return `<sup class="cite"><a href="#note-${number}" id="cite-${number}-${times}">${number}</a></sup>`
}

function notesHtml(notes: readonly Note[], cited: Cited): string {
  if (notes.length === 0) return ''
  return `<section class="notes">\n<h2>Notes</h2>\n<ol>\n${notes.map((note) => noteHtml(note, cited)).join('\n')}\n</ol>\n</section>`
}

function noteHtml({ number, citation, toldIn }: Note, cited: Cited): string {
  const where = toldIn === null ? describeInFull(citation) : describeShortly(citation, toldIn)
  const back = Array.from({ length: cited.get(number) ?? 0 }, (_, at) => {
    const label = `Back to citation ${at + 1} of note ${number}`
    return ` <a href="#cite-${number}-${at + 1}" aria-label="${label}">↩</a>`
  })
  const before = `<span class="before">…${escape(citation.before)}</span>`
  const after = `<span class="after">${escape(citation.after)}…</span>`
  return `<li id="note-${number}">
<blockquote class="passage" dir="auto">${before}<mark>${escape(citation.quote)}</mark>${after}</blockquote>
<p class="where"><bdi>${escape(where)}</bdi> <span class="place">Characters ${citation.start}–${citation.end} of ${citation.source}.</span>${back.join('')}</p>
</li>`
}

function sourcesHtml(sources: readonly CitedSource[]): string {
  if (sources.length === 0) return ''
  const lines = sources.map(({ citation, notes }, at) => {
    const links = notes.map((number) => `<a href="#note-${number}">${number}</a>`).join(', ')
    return `<li id="source-${at + 1}"><bdi>${escape(describeInFull(citation))}</bdi> <span class="cited-in">Notes ${links}</span></li>`
  })
  return `<section class="sources">\n<h2>Sources</h2>\n<ol>\n${lines.join('\n')}\n</ol>\n</section>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(words: string): string {
  return words.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}
