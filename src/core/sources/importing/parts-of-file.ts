import type { PackedPart } from '../parsing/packed-file.ts'

interface WaitingPart {
  readonly part: PackedPart
  readonly done: () => void
}

/**
 * The parts of a file between the thread that reads them and the import that records them. Once it is the file's turn, the reading waits
 * for the recording, however large the file; before that nothing waits, since several imports share the reading threads and would wait
 * for each other.
 */
export class PartsOfFile {
  readonly #ended: Promise<PackedPart>
  #waiting: WaitingPart[] = []
  #isItsTurn = false
  #isStopped = false
  #wake = () => {}

  /** @param start begins to read; its answer is the last part */
  constructor(start: (takePart: (part: PackedPart) => Promise<void>) => Promise<PackedPart>) {
    this.#ended = start((part) => this.#take(part))
    // What is wrong with the file is told when it is its turn.
    this.#ended.catch(() => {})
  }

  #take(part: PackedPart): Promise<void> {
    if (this.#isStopped) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push({ part, done: resolve })
    if (!this.#isItsTurn) resolve()
    this.#wake()
    return promise
  }

  /** In order; each is done with when the next one is asked for. @throws what reading the file throws, after the parts before it */
  async *inTurn(): AsyncGenerator<PackedPart, void, undefined> {
    this.#isItsTurn = true
    try {
      for (let next = await this.#next(); next !== null; next = await this.#next()) {
        try {
          yield next.part
        } finally {
          next.done()
        }
      }
      yield await this.#ended
    } finally {
      this.stop()
    }
  }

  /** Null where all but the last part were given. */
  async #next(): Promise<WaitingPart | null> {
    if (this.#waiting.length === 0) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      await Promise.race([woken, this.#ended.catch(() => {})])
    }
    return this.#waiting.shift() ?? null
  }

  /** What still comes is thrown away, so that nothing waits for it to be taken. */
  stop(): void {
    this.#isStopped = true
    for (const { done } of this.#waiting) done()
    this.#waiting = []
  }
}
