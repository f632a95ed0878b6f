import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Engine } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import { pageFileAt } from '#contract/page-files.ts'
import { pageHeaders, pageWithNonce } from '#contract/page-policy.ts'
import { serveEngine } from '#wire/serve-engine.ts'
import { Gate } from './gate.ts'
import { socketPort } from './socket-port.ts'

/** The engine behind http on loopback, for a plain browser: the built page by GET, the engine by a WebSocket. */

export interface ServeOptions {
  readonly engine: Engine
  /** Where the built page lies. */
  readonly folder: string
  /** 0 for any free one. */
  readonly port: number
}

export interface CasebookServer {
  /** Lets one browser in, once. */
  readonly url: string
  close(): Promise<void>
}

/** What one message may weigh in bytes: a file that is dropped on the page travels as one. */
const messageLimit = 512 * 1024 * 1024

/** @throws CasebookError input.invalid where the port is taken */
export async function serveCasebook({ engine, folder, port }: ServeOptions): Promise<CasebookServer> {
  const server = createServer()
  const gate = new Gate(await listen(server, port))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageLimit })
  server.on('request', (request, response) => void answer(request, response, gate, folder))
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const welcome =
      request.url === '/engine' &&
      gate.addressedToUs(request) &&
      gate.fromOurPage(request, true) &&
      gate.admitted(request)
    if (!welcome) stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    else
      sockets.handleUpgrade(request, stream, head, (socket: WebSocket) =>
        serveEngine(socketPort(socket), engine),
      )
  })
  return { url: gate.entrance, close: () => close(server, sockets) }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new CasebookError(
              'input.invalid',
              `Port ${port} is taken: choose another one, or none.`,
              { port },
              { cause },
            )
          : cause,
      ),
    )
    // Loopback only: nobody else on the network can reach it.
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  gate: Gate,
  folder: string,
): Promise<void> {
  if (!gate.addressedToUs(request) || !gate.fromOurPage(request, false)) return refuse(response, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, { Allow: 'GET, HEAD' })
  const { pathname } = new URL(request.url ?? '/', `http://${gate.host}`)
  const cookie = gate.admit(pathname)
  if (cookie !== null) {
    response.writeHead(303, {
      'Set-Cookie': cookie,
      Location: '/',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    })
    response.end()
    return
  }
  if (!gate.admitted(request)) return refuse(response, 403)
  await sendPageFile(response, pathname === '/' ? '/index.html' : pathname, folder, gate.host)
}

async function sendPageFile(
  response: ServerResponse,
  pathname: string,
  folder: string,
  host: string,
): Promise<void> {
  const file = pageFileAt(pathname)
  const content = file === null ? null : await readFile(join(folder, ...file.steps)).catch(() => null)
  if (file === null || content === null) return refuse(response, 404)
  const nonce = randomBytes(18).toString('base64')
  const isPage = file.mediaType.startsWith('text/html')
  response.writeHead(200, {
    ...pageHeaders({ nonce, connect: [`ws://${host}`] }),
    'Content-Type': file.mediaType,
    // Built files carry a hash in their names; the page itself carries a nonce that must be new.
    'Cache-Control': isPage ? 'no-store' : 'private, max-age=31536000, immutable',
  })
  response.end(isPage ? pageWithNonce(content.toString('utf8'), nonce) : content)
}

const refusals: Readonly<Record<number, string>> = {
  403: 'Casebook answers only the browser that was let in by the address it printed. Start it again for a new address.',
  404: 'There is nothing at this address.',
  405: 'Casebook changes nothing by this way.',
}

function refuse(
  response: ServerResponse,
  status: 403 | 404 | 405,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...pageHeaders({ nonce: randomBytes(18).toString('base64'), connect: [] }),
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  })
  response.end(`${refusals[status] ?? ''}\n`)
}

function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
