import type { Highlight } from '#contract/highlights.ts'
import type { Span } from '#contract/source.ts'
import { Button } from '../parts/button.tsx'
import { LinkIcon } from '../parts/icons.tsx'
import { Keys } from '../parts/keys.tsx'
import { showMessage } from '../parts/messages.tsx'
import { useReading } from '../reader/reader.tsx'
import { useAsk, useCommand, useSelection } from '../session/session.tsx'
import { type Attaching, useAttaching } from './attaching.ts'

/** Over the text while a mark looks for its place: select the words, press Enter. Its note, tags and links stay. */
export function AttachBar({ attaching }: { readonly attaching: Attaching }) {
  const { selected } = useReading()
  const end = useAttaching((state) => state.end)
  const attach = useAttach(attaching)
  const leave = () => {
    end()
    attaching.done()
  }
  useCommand({
    id: 'highlight.attach-here',
    title: 'Attach the highlight to the selection',
    group: 'Marking',
    keys: ['enter'],
    disabled: selected === null,
    run: () => selected !== null && attach(selected),
  })
  useCommand({
    id: 'highlight.attach-leave',
    title: 'Leave the highlight without a place',
    group: 'Marking',
    keys: ['escape'],
    disabled: selected !== null,
    run: leave,
  })
  return (
    <section className="attach-bar" aria-label="Attach a highlight">
      <p className="attach-words">
        Select the words that now stand for <q dir="auto">{attaching.words}</q>, then press{' '}
        <Keys keys="enter" />
      </p>
      <Button
        tone="primary"
        icon={<LinkIcon />}
        isDisabled={selected === null}
        onPress={() => selected !== null && attach(selected)}
      >
        Attach here
      </Button>
      <Button tone="quiet" onPress={leave}>
        Cancel
      </Button>
    </section>
  )
}

function useAttach({ highlight, source, done }: Attaching): (span: Span) => void {
  const ask = useAsk()
  const { clearSelected, announce, text } = useReading()
  const select = useSelection((selection) => selection.select)
  const attach = async (span: Span): Promise<Highlight> => {
    const attached = await ask('highlights.attach', { id: highlight, source, spans: [span] })
    useAttaching.getState().end()
    clearSelected(span)
    select(highlight)
    announce(`Attached to: ${text.text.slice(span.start, span.end)}`)
    showMessage({
      tone: 'done',
      text: 'Attached the highlight. Its note, tags and links are still there.',
      action: { label: 'Undo', run: () => void ask('casebook.undo', {}) },
    })
    done()
    return attached
  }
  // A failure has been shown by `useAsk`; the words can be picked again.
  return (span) => void attach(span).catch(() => {})
}
