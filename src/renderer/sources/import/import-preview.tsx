import { useState } from 'react'
import type { SourceId } from '#contract/ids.ts'
import type { FilePreview, ImportOptions, OlderCandidate } from '#contract/importing.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/checkbox.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { BackIcon, ForwardIcon } from '../../parts/icons.tsx'
import { RadioList } from '../../parts/radio-list.tsx'
import { useAsk } from '../../session/session.tsx'
import { countOf, dateInWords } from '../source-words.ts'
import { ColumnsQuestion } from './columns-question.tsx'
import {
  type AnswerFor,
  answered,
  complaintAboutColumns,
  guessedAnswers,
  type ImportAnswers,
  type ImportQuestion,
  joinedTo,
  type QuestionKind,
  questionsFrom,
  versionAnswerForAll,
} from './import-questions.ts'
import { type ImportStage, useImport } from './import-store.ts'

interface ImportPreviewProps {
  readonly preview: Extract<ImportStage, { kind: 'preview' }>
  readonly onClose: () => void
}

/** Before an import: what the files leave open, with the guess chosen. One dialog for all of them. */
export function ImportPreview({ preview: { files, incoming }, onClose }: ImportPreviewProps) {
  const { startAnswered } = useImport()
  const ask = useAsk()
  const [answers, setAnswers] = useState<ImportAnswers>(() => guessedAnswers(files))
  const [remember, setRemember] = useState(false)
  const questions = questionsFrom(files)
  const complaints = files.flatMap(({ path, table }) =>
    table === null ? [] : (complaintAboutColumns(answers.get(path)?.columns) ?? []),
  )
  const importThem = () => {
    const order = [...answers.values()].find(({ dateOrder }) => dateOrder !== undefined)?.dateOrder
    if (remember && order !== undefined) {
      // A failure has been shown; the import does not depend on it.
      void ask('casebook.set', { name: 'date-order', value: order }).catch(() => {})
    }
    startAnswered(incoming, answers)
  }
  return (
    <Dialog
      title={
        files.length === 1
          ? 'One file leaves something open'
          : `${countOf(files.length, 'file')} leave something open`
      }
      isOpen
      size="large"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isDisabled={complaints.length > 0} onPress={importThem}>
            Import
          </Button>
        </>
      }
    >
      <p>Look at what was guessed. Everything else is clear and comes in as it is.</p>
      {questions.map((question) => (
        <AskedFiles
          key={`${question.kind} ${question.files[0]?.path}`}
          question={question}
          answers={answers}
          onAnswer={(some, answerFor) => setAnswers((before) => answered(before, some, answerFor))}
        />
      ))}
      {questions.some(({ kind }) => kind === 'dateOrder') && (
        <Checkbox
          label="Always read dates in this order in this casebook"
          isSelected={remember}
          onChange={setRemember}
        />
      )}
    </Dialog>
  )
}

const titles: Readonly<Record<QuestionKind, string>> = {
  encoding: 'Which letters are right?',
  dateOrder: 'Day or month first?',
  table: 'What do the columns hold?',
  older: 'A newer version of one you have?',
}

interface AskedFilesProps {
  readonly question: ImportQuestion
  readonly answers: ImportAnswers
  readonly onAnswer: (files: readonly FilePreview[], answerFor: AnswerFor) => void
}

/** One kind of question: for all its files at once, or file by file. */
function AskedFiles({ question: { kind, files }, answers, onAnswer }: AskedFilesProps) {
  const [same, setSame] = useState(true)
  const [at, setAt] = useState(0)
  const file = files[at]
  if (file === undefined) return null
  return (
    <section className="import-question" aria-label={titles[kind]}>
      <h3>{titles[kind]}</h3>
      <div className="import-asked">
        <bdi className="import-asked-file one-line">{file.path}</bdi>
        {files.length > 1 && (
          <>
            <span className="import-why">
              {at + 1} of {files.length.toLocaleString('en')}
            </span>
            <IconButton
              label="File before"
              icon={<BackIcon />}
              isDisabled={at === 0}
              onPress={() => setAt(at - 1)}
            />
            <IconButton
              label="Next file"
              icon={<ForwardIcon />}
              isDisabled={at === files.length - 1}
              onPress={() => setAt(at + 1)}
            />
            <Checkbox
              label={`The same for all ${files.length.toLocaleString('en')}`}
              isSelected={same}
              onChange={setSame}
            />
          </>
        )}
      </div>
      <Question
        kind={kind}
        file={file}
        answer={answers.get(file.path) ?? {}}
        onAnswer={(answerFor) => onAnswer(same ? files : [file], answerFor)}
      />
    </section>
  )
}

interface QuestionProps {
  readonly kind: QuestionKind
  readonly file: FilePreview
  readonly answer: ImportOptions
  readonly onAnswer: (answerFor: AnswerFor) => void
}

function Question({ kind, file, answer, onAnswer }: QuestionProps) {
  const { encoding, dateOrder, table, older } = file
  if (kind === 'encoding' && encoding !== null) {
    return (
      <RadioList
        label="Encoding"
        value={answer.encoding ?? encoding.name}
        onChange={(name) => onAnswer(() => ({ encoding: name }))}
        choices={[encoding, ...encoding.others].map(({ name, sample }) => ({
          id: name,
          label: name === encoding.name ? `${name} (guessed)` : name,
          detail: <Sample words={sample} />,
        }))}
      />
    )
  }
  if (kind === 'dateOrder' && dateOrder !== null) {
    return (
      <RadioList
        label={`“${dateOrder.words}” means`}
        value={answer.dateOrder ?? 'dmy'}
        onChange={(order) => onAnswer(() => ({ dateOrder: order }))}
        choices={[
          { id: 'dmy', label: dateInWords(dateOrder.dmy), detail: 'Day first' },
          { id: 'mdy', label: dateInWords(dateOrder.mdy), detail: 'Month first' },
        ]}
      />
    )
  }
  if (kind === 'table' && table !== null) {
    return (
      <ColumnsQuestion
        table={table}
        columns={answer.columns ?? {}}
        onChange={(columns) => onAnswer(() => ({ columns }))}
      />
    )
  }
  if (kind === 'older' && older !== null) {
    return (
      <RadioList
        label="It may be an article that you have already"
        value={joinedTo(answer) ?? apart}
        onChange={(chosen) => onAnswer(versionAnswerForAll(file, chosen === apart ? null : chosen))}
        choices={[
          ...older.map((candidate, at) => ({
            id: candidate.of,
            label: `A newer version of “${candidate.name}”${at === 0 ? ' (guessed)' : ''}`,
            detail: candidateInWords(candidate),
          })),
          { id: apart, label: 'An article of its own' },
        ]}
      />
    )
  }
  return null
}

/** Stands among the candidates for none of them; no source has this id. */
const apart: SourceId = 'source_none'

function candidateInWords({ published, similarity, reason }: OlderCandidate): string {
  const date = published === null ? 'no date' : dateInWords(published)
  return `${date}; ${Math.round(similarity * 100)} % alike; ${reason}`
}

function Sample({ words }: { readonly words: string }) {
  return (
    <span className="import-sample" dir="auto">
      {words.slice(0, 160)}
    </span>
  )
}
