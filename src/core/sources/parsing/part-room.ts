/**
 * How many parts of a file are on their way from the thread that takes it apart to the one that records them. A table is read in one go,
 * so the reading thread cannot wait for a message: it sleeps on a number that both see.
 */
export class PartRoom {
  readonly shared: SharedArrayBuffer
  readonly #onTheirWay: Int32Array

  constructor(shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared
    this.#onTheirWay = new Int32Array(shared)
  }

  get isFull(): boolean {
    return Atomics.load(this.#onTheirWay, 0) >= mostParts
  }

  /** By the reading thread, after a part was sent: goes on once there is room for another. */
  enter(): void {
    let parts = Atomics.add(this.#onTheirWay, 0, 1) + 1
    while (parts >= mostParts) {
      Atomics.wait(this.#onTheirWay, 0, parts)
      parts = Atomics.load(this.#onTheirWay, 0)
    }
  }

  /** By the recording thread, once a part is done with. */
  leave(): void {
    Atomics.sub(this.#onTheirWay, 0, 1)
    Atomics.notify(this.#onTheirWay, 0)
  }
}

/** One is recorded while the next is read. */
const mostParts = 2
