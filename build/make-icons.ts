import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { findChromium, quietChromium } from '../e2e/setup/chromium.ts'

/**
 * Draws `resources/icon.svg` at every size that the three systems ask for: `resources/icons/NxN.png` (Linux),
 * `resources/icon.ico` (Windows) and `resources/icon.icns` (macOS). Run `npx node build/make-icons.ts` after a change
 * of the drawing, and commit what it makes.
 */

const resources = join(import.meta.dirname, '..', 'resources')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
type Size = (typeof sizes)[number]
type Drawings = Readonly<Record<Size, Buffer>>

const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const satisfies readonly Size[]

/** The types of Apple's icon container; those that end in @2x there are the double resolution of a smaller size. */
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const satisfies readonly (readonly [string, Size])[]

async function makeIcons(): Promise<void> {
  const drawings = await drawAll(await readFile(join(resources, 'icon.svg'), 'utf8'))
  await mkdir(join(resources, 'icons'), { recursive: true })
  for (const size of sizes) await writeFile(join(resources, 'icons', `${size}x${size}.png`), drawings[size])
  await writeFile(join(resources, 'icon.ico'), icoOf(drawings))
  await writeFile(join(resources, 'icon.icns'), icnsOf(drawings))
}

async function drawAll(svg: string): Promise<Drawings> {
  const browser = await chromium.launch({
    executablePath: await findChromium((line) => process.stderr.write(`${line}\n`)),
    args: [...quietChromium],
  })
  try {
    const drawn = new Map<Size, Buffer>()
    for (const size of sizes) drawn.set(size, await draw(browser, svg, size))
    // Every size was drawn by the loop above.
    return Object.fromEntries(drawn) as Record<Size, Buffer>
  } finally {
    await browser.close()
  }
}

async function draw(browser: Browser, svg: string, size: Size): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}

/** Windows' container: a header of 6 bytes, a directory with 16 bytes for each picture, then the PNGs. */
function icoOf(drawings: Drawings): Buffer {
  const header = Buffer.alloc(6)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(icoSizes.length, 4)
  let offset = header.length + 16 * icoSizes.length
  const directory = icoSizes.map((size) => {
    const entry = icoEntry(size, drawings[size].length, offset)
    offset += drawings[size].length
    return entry
  })
  return Buffer.concat([header, ...directory, ...icoSizes.map((size) => drawings[size])])
}

function icoEntry(size: Size, length: number, offset: number): Buffer {
  const entry = Buffer.alloc(16)
  // One byte each for width and height, in which 256 is written as 0.
  entry.writeUInt8(size % 256, 0)
  entry.writeUInt8(size % 256, 1)
  entry.writeUInt16LE(1, 4)
  entry.writeUInt16LE(32, 6)
  entry.writeUInt32LE(length, 8)
  entry.writeUInt32LE(offset, 12)
  return entry
}

/** Apple's container: `icns` and the length of the whole, then type, length and PNG of each picture. */
function icnsOf(drawings: Drawings): Buffer {
  return icnsChunk('icns', Buffer.concat(icnsTypes.map(([type, size]) => icnsChunk(type, drawings[size]))))
}

/** The length counts the 8 bytes of type and length as well. */
function icnsChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + head.length, 4)
  return Buffer.concat([head, content])
}

await makeIcons()
