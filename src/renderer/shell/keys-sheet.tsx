import { Dialog } from '../parts/dialog.tsx'
import { Keys, keysInWords } from '../parts/keys.tsx'
import { type Command, useCommands } from '../session/session.tsx'
import { useDialogs } from './dialogs-store.ts'
import './keys-sheet.css'

/** Every key that does something here, as those who hear it have said. */
export function KeysSheet() {
  const { open, close } = useDialogs()
  const commands = useCommands((state) => state.commands)
  const withKeys = [...new Map(commands.map((command) => [command.id, command])).values()].filter(
    ({ keys }) => keys !== undefined && keys.length > 0,
  )
  const groups = Map.groupBy(withKeys, ({ group }) => group)
  return (
    <Dialog title="Keyboard shortcuts" size="large" isOpen={open === 'keys'} onClose={close}>
      <div className="keys-sheet">
        {[...groups].map(([group, ofGroup]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <ul>
              {ofGroup.map((command) => (
                <KeysRow key={command.id} command={command} />
              ))}
            </ul>
          </section>
        ))}
        {!groups.has('Marking') && <FixedKeys title="In an open source" keys={inSources} />}
        <FixedKeys title="Lists and dialogs" keys={inLists} />
      </div>
      <p className="keys-note">Single letters work wherever no text field has the focus.</p>
    </Dialog>
  )
}

function KeysRow({ command: { title, keys } }: { readonly command: Command }) {
  return (
    <li className="keys-row">
      <span>{title}</span>
      <span className="keys-of-row">
        {differentKeys(keys ?? []).map((one) => (
          <Keys key={one} keys={one} />
        ))}
      </span>
    </li>
  )
}

/** Two ways to type one sign are one key to the eye. */
function differentKeys(keys: readonly string[]): readonly string[] {
  return [...new Map(keys.map((one) => [keysInWords(one).join('+'), one])).values()]
}

/** Said also where no source is open: the commands themselves are offered only there. */
const inSources = [
  ['Highlight the selected words', ['h']],
  ['Highlight with a type', ['1', '8']],
  ['Link to an entity', ['e']],
  ['Write a note', ['n']],
  ['Find in this source', ['mod+f']],
] as const

const inLists = [
  ['Walk through a list', ['up', 'down']],
  ['Open', ['enter']],
  ['Choose, or let go', ['space']],
  ['Choose a range', ['shift+down']],
  ['Choose everything', ['mod+a']],
  ['Close, let go, clear', ['escape']],
  ['To the messages', ['F6']],
] as const

interface FixedKeysProps {
  readonly title: string
  readonly keys: readonly (readonly [what: string, keys: readonly string[]])[]
}

function FixedKeys({ title, keys: rows }: FixedKeysProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.map(([what, keys]) => (
          <li key={what} className="keys-row">
            <span>{what}</span>
            <span className="keys-of-row">
              {keys.map((one) => (
                <Keys key={one} keys={one} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
