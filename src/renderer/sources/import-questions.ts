import type { FilePreview, ImportOptions } from '#contract/sources.ts'

/** What is to be decided before an import, kind by kind, and the analyst's answers as options of each file. */

export type QuestionKind = 'encoding' | 'dateOrder' | 'table'

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
    files.map(({ path, encoding, dateOrder, table }) => [
      path,
      {
        ...(encoding === null ? {} : { encoding: encoding.name }),
        ...(dateOrder === null ? {} : { dateOrder: 'dmy' }),
        ...(table === null
          ? {}
          : { columns: Object.fromEntries(table.columns.map(({ name, field }) => [name, field])) }),
      },
    ]),
  )
}

export function answered(
  answers: ImportAnswers,
  paths: readonly string[],
  answer: ImportOptions,
): ImportAnswers {
  const next = new Map(answers)
  for (const path of paths) next.set(path, { ...next.get(path), ...answer })
  return next
}

/** A table without a text gives no source. */
export function complaintAboutColumns(columns: ImportOptions['columns']): string | null {
  const fields = Object.values(columns ?? {})
  if (!fields.includes('text')) return 'Say which column holds the text.'
  const twice = fields.find((field, at) => field !== 'none' && fields.indexOf(field) !== at)
  return twice === undefined ? null : `Two columns cannot both be the ${twice}.`
}
