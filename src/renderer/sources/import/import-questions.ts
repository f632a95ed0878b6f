import type { SourceId } from '#contract/ids.ts'
import type { FilePreview, ImportOptions } from '#contract/importing.ts'

/** What is to be decided before an import, kind by kind, and the analyst's answers as options of each file. */

export type QuestionKind = 'encoding' | 'dateOrder' | 'table' | 'older'

export interface ImportQuestion {
  readonly kind: QuestionKind
  /** Alike enough for one answer to do for all: guessed alike, ambiguous alike, with the same columns. */
  readonly files: readonly FilePreview[]
}

/** By the path of the file. */
export type ImportAnswers = ReadonlyMap<string, ImportOptions>

export function questionsFrom(files: readonly FilePreview[]): readonly ImportQuestion[] {
  return [
    ...grouped('encoding', files, ({ encoding }) => encoding?.name ?? null),
    ...grouped('dateOrder', files, ({ dateOrder }) => (dateOrder === null ? null : '')),
    ...grouped('table', files, ({ table }) => table?.columns.map(({ name }) => name).join('\t') ?? null),
    ...grouped('older', files, ({ older }) => (older === null ? null : '')),
  ]
}

function grouped(
  kind: QuestionKind,
  files: readonly FilePreview[],
  likeness: (file: FilePreview) => string | null,
): ImportQuestion[] {
  const groups = Map.groupBy(files, likeness)
  return [...groups].flatMap(([like, members]) => (like === null ? [] : [{ kind, files: members }]))
}

/** What is taken where the analyst says nothing: the guesses, as they stand. */
export function guessedAnswers(files: readonly FilePreview[]): ImportAnswers {
  return new Map(
    files.map(({ path, encoding, dateOrder, table, older }) => [
      path,
      {
        ...(encoding === null ? {} : { encoding: encoding.name }),
        ...(dateOrder === null ? {} : { dateOrder: 'dmy' }),
        ...(table === null
          ? {}
          : { columns: Object.fromEntries(table.columns.map(({ name, field }) => [name, field])) }),
        ...(older === null ? {} : versionAnswer({ path, older }, older[0]?.of ?? null)),
      },
    ]),
  )
}

/** What the analyst chose, as the options of a file: of alike files each has its own where its question names its own things. */
export type AnswerFor = (file: FilePreview) => ImportOptions

export function answered(
  answers: ImportAnswers,
  files: readonly FilePreview[],
  answerFor: AnswerFor,
): ImportAnswers {
  const next = new Map(answers)
  for (const file of files) next.set(file.path, { ...next.get(file.path), ...answerFor(file) })
  return next
}

/** It is a newer version of `chosen`, and of no other candidate; null for an article of its own. */
export function versionAnswer(
  { path, older }: Pick<FilePreview, 'path' | 'older'>,
  chosen: SourceId | null,
): ImportOptions {
  return { versions: (older ?? []).map(({ of }) => ({ path, of, join: of === chosen })) }
}

/** The same answer for alike files: each is a newer version of what it is likest to, or none is one of anything. */
export function versionAnswerForAll(chosenFor: FilePreview, chosen: SourceId | null): AnswerFor {
  return (file) =>
    versionAnswer(file, chosen === null || file === chosenFor ? chosen : (file.older?.[0]?.of ?? null))
}

/** Which candidate the answer of a file joins it to; null for none. */
export function joinedTo(answer: ImportOptions | undefined): SourceId | null {
  return answer?.versions?.find(({ join }) => join)?.of ?? null
}

/** A table without a text gives no source. */
export function complaintAboutColumns(columns: ImportOptions['columns']): string | null {
  const fields = Object.values(columns ?? {})
  if (!fields.includes('text')) return 'Say which column holds the text.'
  const twice = fields.find((field, at) => field !== 'none' && fields.indexOf(field) !== at)
  return twice === undefined ? null : `Two columns cannot both be the ${twice}.`
}
