import { createContext, useContext, useEffect, useRef } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { create } from 'zustand'

/**
 * What the analyst can do where they are. Whoever can do it says so for as long as it can be done; the palette, the sheet
 * of keys and the desktop's menu all read the same list. A menu's command runs the one with the same id.
 */
export interface Command {
  /** `edit.undo`, `highlight.add`. */
  readonly id: string
  /** In the analyst's words: `Highlight the selection`. */
  readonly title: string
  /** Heading in the palette and the sheet: `Reading`, `Go to`. */
  readonly group: string
  /** What somebody may call it who looks for it in the palette: `dark`, `theme`. */
  readonly otherNames?: readonly string[]
  /**
   * As react-hotkeys-hook writes them: `mod+k`, `alt+left`, `h`. A key without a modifier works only where no text field
   * has the focus. The first one is shown.
   */
  readonly keys?: readonly string[]
  /** Works while a text field has the focus, too. By default what has a modifier does. */
  readonly inFields?: boolean
  readonly disabled?: boolean
  /** Left out of the palette: it only makes sense as a key. */
  readonly hidden?: boolean
  readonly run: () => void
}

interface CommandsState {
  /** In the order in which they were first offered, so that lists of them hold still. Two with one id: the last one counts. */
  readonly commands: readonly Command[]
  readonly add: (command: Command) => void
  readonly remove: (command: Command) => void
}

/** Command ids in the order of their first appearance. */
const offers: string[] = []

function byFirstOffer(one: Command, other: Command): number {
  return offers.indexOf(one.id) - offers.indexOf(other.id)
}

export const useCommands = create<CommandsState>()((set) => ({
  commands: [],
  add: (command) => set(({ commands }) => ({ commands: [...commands, command].toSorted(byFirstOffer) })),
  remove: (command) => set(({ commands }) => ({ commands: commands.filter((one) => one !== command) })),
}))

/** Runs the command with this id. False: nobody can do that here. */
export function runCommand(id: string): boolean {
  const command = useCommands.getState().commands.findLast((one) => one.id === id && one.disabled !== true)
  command?.run()
  return command !== undefined
}

/** An open dialog has the keys to itself. */
function isInModal(target: EventTarget | null): boolean {
  const dialog = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])'
  return target instanceof Element && target.closest(dialog) !== null
}

/** Between keys in one string: no key is called so, but the comma is one. */
const between = '|'

/**
 * Whether what stands here offers its commands. Of two pages beside each other only the one that is turned to does: a key
 * means one thing.
 */
export const CommandsHere = createContext(true)

/** Offers a command for as long as the component stands. `run` may be a new function each time. */
export function useCommand(command: Command): void {
  const { id, title, group, otherNames, keys, inFields, disabled, hidden, run } = command
  const here = useContext(CommandsHere)
  const newest = useRef(run)
  useEffect(() => {
    newest.current = run
  }, [run])

  const spelled = (keys ?? []).join(between)
  const called = (otherNames ?? []).join(between)
  useEffect(() => {
    if (!here) return
    const { add, remove } = useCommands.getState()
    const offered: Command = {
      id,
      title,
      group,
      keys: spelled === '' ? [] : spelled.split(between),
      ...(called === '' ? {} : { otherNames: called.split(between) }),
      ...(inFields === undefined ? {} : { inFields }),
      ...(disabled === undefined ? {} : { disabled }),
      ...(hidden === undefined ? {} : { hidden }),
      run: () => newest.current(),
    }
    if (!offers.includes(id)) offers.push(id)
    add(offered)
    return () => remove(offered)
  }, [here, id, title, group, spelled, called, inFields, disabled, hidden])

  const everywhere = inFields ?? /\b(mod|ctrl|alt|meta)\+/.test(spelled)
  useHotkeys(spelled === '' ? [] : spelled.split(between), () => newest.current(), {
    enabled: here && disabled !== true && spelled !== '',
    enableOnFormTags: everywhere,
    enableOnContentEditable: everywhere,
    preventDefault: true,
    delimiter: between,
    ignoreEventWhen: ({ target }) => isInModal(target),
    // The letter that is printed on the key, wherever the layout has it.
    useKey: true,
  })
}
