/**
 * Keeps what is typed: a moment after the last key, and at once where it is told to. What could not be kept stays, is said
 * so, and is tried again until it is kept. It lives longer than the page that typed it.
 */
export type KeptState = 'saved' | 'unsaved' | 'saving' | 'failed'

/** Milliseconds after the last key; and between two tries. */
const moment = 600
const nextTry = 3_000

export interface Keeper<T> {
  readonly state: () => KeptState
  /** What the engine has not confirmed yet; null where it has everything. */
  readonly unsaved: () => T | null
  readonly change: (value: T) => void
  /** Now, not in a moment. */
  readonly flush: () => void
  /** @returns its own undo */
  readonly onState: (listener: () => void) => () => void
}

interface Try<T> {
  readonly value: T
}

/** `save` keeps the whole each time: the engine takes one after the other, so the newest that arrives is what counts. */
export function newKeeper<T>(save: (value: T) => Promise<unknown>): Keeper<T> {
  const listeners = new Set<() => void>()
  let waiting: Try<T> | null = null
  let sent: Try<T> | null = null
  let hasFailed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const later = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(flush, milliseconds)
  }
  const send = async (next: Try<T>) => {
    let isKept = true
    try {
      await save(next.value)
    } catch {
      isKept = false
    }
    // Something newer is on its way, and decides.
    if (sent !== next) return
    sent = null
    hasFailed = !isKept
    if (!isKept) {
      // Unless something newer was typed meanwhile.
      waiting ??= next
      later(nextTry)
    }
    tell()
  }
  /** Does not wait for the one before: a page that goes away has no time for that. */
  function flush(): void {
    clearTimeout(timer)
    if (waiting === null) return
    const next = waiting
    waiting = null
    sent = next
    tell()
    void send(next)
  }
  return {
    state() {
      if (hasFailed) return 'failed'
      if (waiting !== null) return 'unsaved'
      return sent === null ? 'saved' : 'saving'
    },
    unsaved: () => (waiting ?? sent)?.value ?? null,
    change(value) {
      waiting = { value }
      later(moment)
      tell()
    },
    flush,
    onState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
