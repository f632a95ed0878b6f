import type { Page } from '@playwright/test'

/** An engine that is slow to answer: what a page has to live with, whatever is pressed meanwhile. Browser only. */
export class HeldAnswers {
  readonly #asked = new Map<number, string>()
  readonly #held: (() => void)[] = []
  #name: string | null = null

  /** Stands between a page and its engine from its next load on. */
  static async between(page: Page): Promise<HeldAnswers> {
    const answers = new HeldAnswers()
    await page.routeWebSocket(/\/engine$/, (socket) => {
      const engine = socket.connectToServer()
      socket.onMessage((message) => {
        const { id, name } = JSON.parse(String(message)) as { id: number; name?: string }
        if (name !== undefined) answers.#asked.set(id, name)
        engine.send(message)
      })
      engine.onMessage((message) => answers.#pass(message, () => socket.send(message)))
    })
    return answers
  }

  /** Holds back the answers to all such calls from now on. */
  hold(name: string): void {
    this.#name = name
  }

  release(): void {
    this.#name = null
    for (const send of this.#held.splice(0)) send()
  }

  #pass(message: string | Buffer, send: () => void): void {
    const { id } = JSON.parse(String(message)) as { id?: number }
    const name = id === undefined ? undefined : this.#asked.get(id)
    if (this.#name !== null && name === this.#name) this.#held.push(send)
    else send()
  }
}
