import { useEffect, useRef, useState } from 'react'

/**
 * Keeps what is typed. It is saved a moment after the last key, and at once when the field is left, the page is left or
 * the window goes. What could not be saved stays, is said so, and is tried again until it is saved.
 */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed'

export interface Autosave<T> {
  readonly state: SaveState
  /** Something newer to keep. */
  readonly change: (value: T) => void
  /** Now, not in a moment. */
  readonly flush: () => void
}

/** Milliseconds after the last key; and between two tries. */
const moment = 600
const nextTry = 3_000

export function useAutosave<T>(save: (value: T) => Promise<unknown>): Autosave<T> {
  const [state, setState] = useState<SaveState>('saved')
  const keeper = useRef<Keeper<T> | null>(null)
  keeper.current ??= new Keeper<T>(setState)
  useEffect(() => {
    if (keeper.current !== null) keeper.current.save = save
  }, [save])
  useEffect(() => {
    const kept = keeper.current
    const leave = () => kept?.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return {
    state,
    change: (value) => keeper.current?.change(value),
    flush: () => keeper.current?.flush(),
  }
}

/** One at a time, the newest last. */
class Keeper<T> {
  save: (value: T) => Promise<unknown> = () => Promise.reject(new Error('Nothing to save with yet'))
  #waiting: { readonly value: T } | null = null
  #isSaving = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #tell: (state: SaveState) => void

  constructor(tell: (state: SaveState) => void) {
    this.#tell = tell
  }

  change(value: T): void {
    this.#waiting = { value }
    this.#tell(this.#isSaving ? 'saving' : 'unsaved')
    this.#later(moment)
  }

  flush(): void {
    clearTimeout(this.#timer)
    const next = this.#waiting
    if (next === null || this.#isSaving) return
    this.#waiting = null
    this.#isSaving = true
    this.#tell('saving')
    void this.#send(next)
  }

  async #send(next: { readonly value: T }): Promise<void> {
    try {
      await this.save(next.value)
      this.#isSaving = false
      this.#tell(this.#waiting === null ? 'saved' : 'unsaved')
      this.flush()
    } catch {
      this.#isSaving = false
      // Something newer may have been typed meanwhile.
      this.#waiting ??= next
      this.#tell('failed')
      this.#later(nextTry)
    }
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), milliseconds)
  }
}
