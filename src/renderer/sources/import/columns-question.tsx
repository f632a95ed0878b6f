import type { ColumnField, FilePreview } from '#contract/importing.ts'
import { Select } from '../../parts/choices.tsx'
import { fieldWords } from '../source-words.ts'
import { complaintAboutColumns } from './import-questions.ts'

interface ColumnsQuestionProps {
  readonly table: NonNullable<FilePreview['table']>
  readonly columns: Readonly<Record<string, ColumnField>>
  readonly onChange: (columns: Record<string, ColumnField>) => void
}

const fieldLabels: Readonly<Record<ColumnField, string>> = {
  text: 'Text',
  ...fieldWords,
  url: 'Address',
  language: 'Language',
  none: 'Left out',
}

// The record's keys are the fields.
const choices = (Object.keys(fieldLabels) as ColumnField[]).map((id) => ({ id, label: fieldLabels[id] }))

const shownRows = 4

/** The first rows of a table, and over each column what it is taken for. */
export function ColumnsQuestion({ table, columns, onChange }: ColumnsQuestionProps) {
  const complaint = complaintAboutColumns(columns)
  const set = (name: string, field: ColumnField) => onChange({ ...columns, [name]: field })
  return (
    <>
      {/* It scrolls sideways: the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="import-columns" role="region" aria-label="First rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.columns.map(({ name, field, by }) => (
                <th key={name} scope="col">
                  <bdi className="one-line">{name}</bdi>
                  <Select
                    label={`What “${name}” holds`}
                    hideLabel
                    choices={choices}
                    value={columns[name] ?? field}
                    onChange={(next) => set(name, next)}
                  />
                  {by === 'contents' && (columns[name] ?? field) === field ? (
                    <span className="import-guess">Guessed from what it holds</span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, shownRows).map((row, at) => (
              // Rows have no name of their own, and never move.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                {table.columns.map(({ name, field }, column) => (
                  <td key={name} data-left-out={(columns[name] ?? field) === 'none' || undefined}>
                    <span className="import-cell" dir="auto">
                      {row[column]}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="field-error" role="status">
        {complaint}
      </p>
    </>
  )
}
