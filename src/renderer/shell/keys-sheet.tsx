import { Dialog } from '../parts/dialog.tsx'
import { Keys } from '../parts/keys.tsx'
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
        <ListKeys />
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
        {keys?.map((one) => (
          <Keys key={one} keys={one} />
        ))}
      </span>
    </li>
  )
}

const inLists = [
  ['Walk through a list', ['up', 'down']],
  ['Open', ['enter']],
  ['Choose, or let go', ['space']],
  ['Choose a range', ['shift+down']],
  ['Choose everything', ['mod+a']],
  ['Close, let go, clear', ['escape']],
  ['To the messages', ['F6']],
] as const

function ListKeys() {
  return (
    <section aria-label="Lists and dialogs">
      <h3>Lists and dialogs</h3>
      <ul>
        {inLists.map(([title, keys]) => (
          <li key={title} className="keys-row">
            <span>{title}</span>
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
