import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, IconButton } from './button.tsx'
import { useFocusBack } from './focus-back.ts'
import { CloseIcon } from './icons.tsx'
import './dialog.css'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  /** Escape, the cross, a click beside it. Left out: the dialog must be answered. */
  readonly onClose?: () => void
  readonly size?: 'small' | 'medium' | 'large'
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
  /** Buttons at the foot; the primary one last. */
  readonly buttons?: ReactNode
}

export function Dialog({
  title,
  isOpen,
  onClose,
  size = 'small',
  role = 'dialog',
  children,
  buttons,
}: DialogProps) {
  useFocusBack(isOpen)
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose?.()
      }}
      isDismissable={onClose !== undefined && role === 'dialog'}
      isKeyboardDismissDisabled={onClose === undefined}
    >
      <Modal className="dialog-window" data-size={size}>
        <AriaDialog role={role} className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {onClose !== undefined && <IconButton label="Close" icon={<CloseIcon />} onPress={onClose} />}
          </header>
          <div className="dialog-body">{children}</div>
          {buttons !== undefined && <footer className="dialog-foot">{buttons}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface ConfirmDialogProps {
  readonly title: string
  readonly isOpen: boolean
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode
  /** The verb: `Delete 3 sources`. */
  readonly confirmLabel: string
  readonly tone?: 'primary' | 'danger'
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, children, confirmLabel, tone = 'primary', onConfirm, onCancel } = props
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onCancel}
      role="alertdialog"
      buttons={
        <>
          <Button onPress={onCancel} autoFocus>
            Cancel
          </Button>
          <Button tone={tone} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
