import type { Casebook, UpkeepStep } from './casebook/casebook.ts'

/** Milliseconds without a change. */
const PAUSE = 1_000

/**
 * Does a casebook's upkeep step by step while nobody waits: a second after it was opened, or after the last change.
 * @param isBusy whether somebody waits for an answer
 * @returns what ends it
 */
export function keepUpAtIdle(casebook: Casebook, isBusy: () => boolean): () => void {
  let timer: NodeJS.Timeout | undefined
  const wait = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(step, milliseconds)
    // Nobody waits for it: it must not keep a program from ending.
    timer.unref()
  }
  const step = () => {
    if (isBusy()) wait(PAUSE)
    else if (keepUp(casebook, 'small')) wait(0)
  }
  const unsubscribe = casebook.onEvent(() => wait(PAUSE))
  wait(PAUSE)
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}

/** All of it at once: for programs that open a casebook for one command. */
export function keepUpToTheEnd(casebook: Casebook): void {
  while (keepUp(casebook, 'large'));
}

/** Nothing that was said to be saved hangs on it: a full disk puts it off. @returns whether there may be more to do */
function keepUp(casebook: Casebook, step: UpkeepStep): boolean {
  try {
    return casebook.keepUp(step)
  } catch (cause) {
    casebook.outside.log({ level: 'info', what: 'casebook.upkeep', cause })
    return false
  }
}
