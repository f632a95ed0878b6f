import type { Route } from '@playwright/test'
import { build } from 'vite'

/** Builds the benchmark's page and answers for it: nothing is served, nothing is fetched. */
export async function buildPage(): Promise<(route: Route) => Promise<void>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    base: '/',
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rollupOptions: { input: `${import.meta.dirname}/page/index.html` },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const files = new Map<string, string | Uint8Array>()
  for (const one of outputs) {
    if (!('output' in one)) throw new Error('The build watches instead of ending')
    for (const file of one.output) files.set(file.fileName, file.type === 'chunk' ? file.code : file.source)
  }
  return async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const body = files.get(name === '' ? 'page/index.html' : name)
    if (body === undefined) await route.fulfill({ status: 404 })
    else await route.fulfill({ body: Buffer.from(body), contentType: contentTypeOf(name) })
  }
}

function contentTypeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript'
  return name.endsWith('.css') ? 'text/css' : 'text/html'
}
