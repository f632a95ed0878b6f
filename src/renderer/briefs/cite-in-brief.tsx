import type { BriefText } from '#contract/briefs.ts'
import type { BriefId, HighlightId } from '#contract/ids.ts'
import { BriefsIcon, PlusIcon, QuoteIcon } from '../parts/icons.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { showMessage } from '../parts/messages.tsx'
import { type Ask, useAnswer, useAsk, usePlace, useReadOnly } from '../session/session.tsx'
import { quotation } from '../writing/writing.ts'

export interface CiteInBriefProps {
  readonly highlight: HighlightId
  readonly words: string
}

const mostBriefs = 8

/** From a highlight into a brief: its words and their citation go to the end, and the way there is offered. */
export function CiteInBrief({ highlight, words }: CiteInBriefProps) {
  const briefs = useAnswer('briefs.list', {}).data?.items ?? []
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  const quoteIn = (write: Promise<BriefText>) =>
    write.then(
      ({ id, title }) =>
        showMessage({
          tone: 'done',
          text: `Quoted at the end of “${title}”`,
          action: { label: 'Open', run: () => go({ kind: 'brief', id }) },
        }),
      // Shown by `useAsk`.
      () => {},
    )
  const quote = quotation(words, highlight)
  const entries = briefs.slice(0, mostBriefs).map(({ id, title }) => ({
    id,
    label: title,
    icon: <BriefsIcon />,
    run: () => void quoteIn(append(ask, id, quote)),
  }))
  const inNewBrief = {
    id: 'new',
    label: 'A new brief',
    icon: <PlusIcon />,
    run: () => void quoteIn(ask('briefs.add', { title: '', prose: { version: 1, blocks: [quote] } })),
  }
  return (
    <MenuButton
      label="Cite in a brief"
      icon={<QuoteIcon />}
      iconOnly
      isDisabled={useReadOnly()}
      entries={[entries, [inNewBrief]]}
    />
  )
}

async function append(ask: Ask, id: BriefId, block: ReturnType<typeof quotation>): Promise<BriefText> {
  const { prose } = await ask('briefs.get', { id })
  return ask('briefs.change', { id, set: { prose: { version: 1, blocks: [...prose.blocks, block] } } })
}
