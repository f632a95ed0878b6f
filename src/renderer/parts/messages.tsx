import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button, IconButton } from './button.tsx'
import { CheckIcon, CloseIcon, InfoIcon, WarningIcon } from './icons.tsx'
import './messages.css'

/** Short messages in a corner of the window: what was done, with a way back; what failed, until it is read. */

export interface Message {
  readonly tone: 'done' | 'info' | 'failure'
  readonly text: string
  /** A word for a button, and what it does. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 4 })
const readingTime = 7_000

/** A failure stays until it is closed; anything else goes by itself. @returns closes it */
export function showMessage(message: Message): () => void {
  const key = queue.add(message, message.tone === 'failure' ? {} : { timeout: readingTime })
  return () => queue.close(key)
}

const icons = { done: CheckIcon, info: InfoIcon, failure: WarningIcon } as const

/** One in the window. F6 leads to it. */
export function MessageRegion() {
  return (
    <ToastRegion queue={queue} className="messages" aria-label="Messages">
      {({ toast }) => <OneMessage toast={toast} close={() => queue.close(toast.key)} />}
    </ToastRegion>
  )
}

interface OneMessageProps {
  readonly toast: Parameters<typeof Toast<Message>>[0]['toast']
  readonly close: () => void
}

function OneMessage({ toast, close }: OneMessageProps) {
  const { tone, text, action } = toast.content
  const Icon = icons[tone]
  const act = () => {
    close()
    action?.run()
  }
  return (
    <Toast toast={toast} className="message" data-tone={tone}>
      <Icon />
      <ToastContent className="message-text">
        <Text slot="title">{text}</Text>
      </ToastContent>
      {action && (
        <Button tone="quiet" onPress={act}>
          {action.label}
        </Button>
      )}
      <IconButton label="Close message" icon={<CloseIcon />} onPress={close} />
    </Toast>
  )
}
