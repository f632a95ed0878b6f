import { fileURLToPath } from 'node:url'

/** Where the built program lies, seen from its main process (`out/main/`). */
const inOut = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const engineProcessFile = inOut('main/engine-process.js')
export const preloadFile = inOut('preload/preload.cjs')
export const rendererFolder = inOut('renderer/')
