import './keys.css'

/** A shortcut as it is printed on the keyboard in front of the analyst: `mod+shift+f` is Ctrl Shift F, or ⇧⌘F on a Mac. */

const onMac = /mac/i.test(globalThis.navigator?.userAgent ?? '')

const names: Readonly<Record<string, string>> = onMac
  ? {
      mod: '⌘',
      ctrl: '⌃',
      alt: '⌥',
      shift: '⇧',
      enter: '↵',
      escape: 'Esc',
      left: '←',
      right: '→',
      up: '↑',
      down: '↓',
    }
  : {
      mod: 'Ctrl',
      ctrl: 'Ctrl',
      alt: 'Alt',
      shift: 'Shift',
      enter: 'Enter',
      escape: 'Esc',
      left: '←',
      right: '→',
      up: '↑',
      down: '↓',
      delete: 'Del',
      space: 'Space',
    }

/** `?` is typed with Shift, but that is how it is typed and not what it is called. */
export function keysInWords(keys: string): readonly string[] {
  const parts = keys.split('+')
  const shown = parts.at(-1) === '?' ? ['?'] : parts
  return shown.map((part) => names[part] ?? part.toUpperCase())
}

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className="keys">
      {keysInWords(keys).map((part) => (
        <kbd key={part} className="key">
          {part}
        </kbd>
      ))}
    </kbd>
  )
}
