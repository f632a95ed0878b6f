import { useEffect, useState } from 'react'
import { ImportIcon } from '../parts/icons.tsx'
import { showFailure, useHost, useReadOnly } from '../session/session.tsx'
import { incomingFromDrop, useImport } from '../sources/sources.tsx'
import './drop-and-paste.css'

/** Files may be dropped anywhere on the window, and an article pasted wherever no field has the focus. */
export function DropAndPaste() {
  const readOnly = useReadOnly()
  usePaste(readOnly)
  return useDrop(readOnly) ? (
    <div className="drop-sign">
      <p>
        <ImportIcon size={20} />
        Drop to import
      </p>
    </div>
  ) : null
}

function usePaste(readOnly: boolean): void {
  const { offerPaste } = useImport()
  useEffect(() => {
    if (readOnly) return
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '' || takesText(event.target)) return
      event.preventDefault()
      const html = event.clipboardData?.getData('text/html') ?? ''
      offerPaste(text, html === '' ? null : html)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [readOnly, offerPaste])
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, [role="dialog"]') !== null)
  )
}

/** @returns whether files are over the window just now */
function useDrop(readOnly: boolean): boolean {
  const { start } = useImport()
  const host = useHost()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const files = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const drag = (event: DragEvent) => {
      if (!files(event)) return
      // Without this the browser opens the file in place of Casebook.
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = readOnly ? 'none' : 'copy'
      setOver(!readOnly)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!files(event) || event.dataTransfer === null) return
      event.preventDefault()
      setOver(false)
      if (!readOnly) void incomingFromDrop(event.dataTransfer, host).then(start, showFailure)
    }
    document.addEventListener('dragover', drag)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', drag)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [readOnly, start, host])
  return over
}
