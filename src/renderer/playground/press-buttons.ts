import { useEffect } from 'react'

/** On the document's root until every button has been pressed: who looks at a state waits until it is gone. */
const mark = 'data-pressing'

/** Presses buttons in turn, each once it stands there and can be pressed, as somebody does on the way to a state. */
export function usePressed(buttons: readonly string[]): void {
  useEffect(() => {
    const left = [...buttons]
    const root = document.documentElement
    root.setAttribute(mark, '')
    let frame = requestAnimationFrame(function look() {
      const [next] = left
      if (next === undefined) return root.removeAttribute(mark)
      const button = buttonCalled(next)
      if (button !== undefined) {
        button.click()
        left.shift()
      }
      frame = requestAnimationFrame(look)
    })
    return () => {
      cancelAnimationFrame(frame)
      root.removeAttribute(mark)
    }
  }, [buttons])
}

/** By its whole name, else by words that it begins with. */
function buttonCalled(words: string): HTMLElement | undefined {
  const buttons = [...document.querySelectorAll<HTMLElement>('button:enabled, [role=tab]')]
  const nameOf = (button: HTMLElement) => button.ariaLabel ?? button.textContent
  return buttons.find((one) => nameOf(one) === words) ?? buttons.find((one) => nameOf(one).startsWith(words))
}
