/** The door of the room that knows Lexical: an editor for prose, and what goes into it. */
export type { EditorHandle } from './editor-handle.ts'
export { useSuggestions } from './find-suggestions.ts'
export { normalProse } from './normal-prose.ts'
export { NoteEditor, type NoteEditorProps } from './note-editor.tsx'
export { ProseEditor, type ProseEditorProps } from './prose-editor.tsx'
export type { ProseLinks } from './prose-links.tsx'
export { quotation } from './quotation.ts'
export type { Suggestion, SuggestionSource, SuggestionTrigger } from './suggestions.tsx'
