import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Who may come in. The address that the terminal prints carries a token that works once: it is swapped for a cookie
 * that no script can read and no other site can send. Everything else needs that cookie, and must be addressed to
 * exactly this host and port, so that a foreign name that resolves to this machine gets nowhere.
 */
export class Gate {
  /** `127.0.0.1:PORT`, the only `Host` that is answered. */
  readonly host: string
  readonly #cookieName: string
  readonly #session = randomBytes(32).toString('base64url')
  #token: string | null = randomBytes(32).toString('base64url')

  constructor(port: number) {
    this.host = `127.0.0.1:${port}`
    // Cookies know no ports: two casebooks served at once must not overwrite each other's.
    this.#cookieName = `casebook-${port}`
  }

  /** The address that lets one browser in. */
  get entrance(): string {
    return `http://${this.host}/enter/${this.#token ?? ''}`
  }

  /** @returns the `Set-Cookie` header that the token is swapped for, or null for a wrong or used one */
  admit(pathname: string): string | null {
    const offered = pathname.startsWith('/enter/') ? pathname.slice('/enter/'.length) : ''
    if (this.#token === null || !sameWords(offered, this.#token)) return null
    this.#token = null
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  addressedToUs(request: IncomingMessage): boolean {
    return request.headers.host === this.host
  }

  /** A socket is opened by our own page only; a plain request may come without an origin, but not with another one. */
  fromOurPage(request: IncomingMessage, needsOrigin: boolean): boolean {
    const { origin } = request.headers
    return origin === undefined ? !needsOrigin : origin === `http://${this.host}`
  }

  admitted(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/)
    return cookies.some((cookie) => sameWords(cookie, `${this.#cookieName}=${this.#session}`))
  }
}

/** Takes as long for a near miss as for a wild guess. */
function sameWords(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
