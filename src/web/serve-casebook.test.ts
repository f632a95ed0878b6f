import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newTestCasebook } from '#core/test-world.ts'
import { fromText, toText } from '#wire/json-text.ts'
import { serveCasebook } from './serve-casebook.ts'

interface Answered {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

test('the address lets one browser in, once, and only with the cookie it gave', async () => {
  await using served = await newServed()
  expect((await ask(served.origin, '/')).status).toBe(403)
  const first = await ask(served.origin, served.entrance)
  expect(first.status).toBe(303)
  const cookie = String(first.headers['set-cookie'])
  expect(cookie).toMatch(/^casebook-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect((await ask(served.origin, served.entrance)).status).toBe(403)
  const page = await ask(served.origin, '/', { Cookie: cookie.split(';')[0] ?? '' })
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /)
  expect(page.headers['access-control-allow-origin']).toBeUndefined()
})

test('another host name, another origin and another method are refused', async () => {
  await using served = await newServed()
  const cookie = String((await ask(served.origin, served.entrance)).headers['set-cookie']).split(';')[0] ?? ''
  const status = async (headers: Record<string, string>, method = 'GET') =>
    (await ask(served.origin, '/', { Cookie: cookie, ...headers }, method)).status
  expect(await status({})).toBe(200)
  expect(await status({ Host: 'rebound.example' })).toBe(403)
  expect(await status({ Origin: 'http://elsewhere.example' })).toBe(403)
  expect(await status({}, 'POST')).toBe(405)
  expect(await status({ Cookie: 'casebook-1=x' })).toBe(403)
})

test('no address leads out of the folder of the page', async () => {
  await using served = await newServed()
  const cookie = String((await ask(served.origin, served.entrance)).headers['set-cookie']).split(';')[0] ?? ''
  for (const path of [
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/%00.js',
    '//etc/passwd',
  ]) {
    expect([path, (await ask(served.origin, path, { Cookie: cookie })).status]).toEqual([path, 404])
  }
})

test('the engine answers our own page through the socket, and nobody else', async () => {
  await using served = await newServed()
  const cookie = String((await ask(served.origin, served.entrance)).headers['set-cookie']).split(';')[0] ?? ''
  const address = `${served.origin.replace('http', 'ws')}/engine`
  await expect(opened(new WebSocket(address, { headers: { Cookie: cookie } }))).rejects.toThrow(/403/)
  await expect(opened(new WebSocket(address, { origin: served.origin }))).rejects.toThrow(/403/)
  const elsewhere = new WebSocket(address, {
    origin: 'http://elsewhere.example',
    headers: { Cookie: cookie },
  })
  await expect(opened(elsewhere)).rejects.toThrow(/403/)
  const socket = new WebSocket(address, { origin: served.origin, headers: { Cookie: cookie } })
  await opened(socket)
  socket.send(toText({ kind: 'ask', id: 1, name: 'casebook.settings', input: {} }))
  const reply = await new Promise((resolve) =>
    socket.once('message', (data: Buffer) => resolve(fromText(data.toString()))),
  )
  expect(reply).toEqual({ kind: 'value', id: 1, value: { settings: {} } })
  socket.close()
})

async function newServed() {
  const casebook = newTestCasebook()
  const outer = mkdtempSync(join(tmpdir(), 'casebook-page-'))
  const folder = mkdtempSync(join(outer, 'page-'))
  writeFileSync(join(outer, 'secret.json'), '{}')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Casebook</title>')
  const server = await serveCasebook({ engine: casebook.engine, folder, port: 0 })
  const url = new URL(server.url)
  return {
    origin: url.origin,
    entrance: url.pathname,
    async [Symbol.asyncDispose]() {
      await server.close()
      await casebook[Symbol.asyncDispose]()
    },
  }
}

/** Plain http, so that the test may send any `Host` and any path as it stands. */
function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answered> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.on('data', (piece: Buffer) => {
        body += piece.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asking.on('error', reject).end()
  })
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
}
