/** How long the first screen has the page to itself before anything is done ahead. Milliseconds. */
const headStart = 300
/** A step takes about this long: with less time left, it waits for the next pause. Milliseconds. */
const oneStep = 1

/** Does something for one number after another while the page has nothing else to do. Whoever opens one closes it. */
export class IdleQueue {
  readonly #step: (index: number) => void
  readonly #waiting = new Set<number>()
  readonly #start: ReturnType<typeof setTimeout>
  #hasStarted = false
  #idle: number | null = null

  constructor(step: (index: number) => void) {
    this.#step = step
    this.#start = setTimeout(() => {
      this.#hasStarted = true
      this.#ask()
    }, headStart)
  }

  /** What waits already is not done twice. */
  add(indices: Iterable<number>): void {
    for (const index of indices) this.#waiting.add(index)
    this.#ask()
  }

  close(): void {
    clearTimeout(this.#start)
    this.#waiting.clear()
    if (this.#idle !== null) cancelIdleCallback(this.#idle)
  }

  #ask(): void {
    if (this.#hasStarted && this.#idle === null && this.#waiting.size > 0)
      this.#idle = requestIdleCallback(this.#run)
  }

  readonly #run = (deadline: IdleDeadline): void => {
    this.#idle = null
    for (const index of this.#waiting) {
      if (deadline.timeRemaining() <= oneStep) break
      this.#waiting.delete(index)
      this.#step(index)
    }
    this.#ask()
  }
}
