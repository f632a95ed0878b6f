import type { Step } from '#contract/casebook.ts'
import { showMessage } from '../parts/messages.tsx'
import { type Ask, runCommand, useAsk } from '../session/session.tsx'

/** Undo and redo say in words what they did, with the way back. */

export interface Undoing {
  readonly undo: (steps?: number) => void
  readonly redo: (steps?: number) => void
}

export function useUndo(): Undoing {
  const ask = useAsk()
  return {
    undo: (steps = 1) => void run(ask, 'casebook.undo', steps),
    redo: (steps = 1) => void run(ask, 'casebook.redo', steps),
  }
}

async function run(ask: Ask, call: 'casebook.undo' | 'casebook.redo', steps: number): Promise<void> {
  const undoing = call === 'casebook.undo'
  try {
    const done = await ask(call, { steps })
    showMessage({
      tone: 'info',
      text: inWords(undoing ? 'Undone' : 'Redone', done.steps),
      action: undoing
        ? { label: 'Redo', run: () => runCommand('edit.redo') }
        : { label: 'Undo', run: () => runCommand('edit.undo') },
    })
  } catch {
    // It has been shown.
  }
}

function inWords(what: string, steps: readonly Step[]): string {
  const [first] = steps
  return first === undefined || steps.length > 1
    ? `${what}: ${steps.length} steps`
    : `${what}: ${first.title}`
}
