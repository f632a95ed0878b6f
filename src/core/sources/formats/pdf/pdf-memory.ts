import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { CasebookError } from '#contract/failure.ts'

/**
 * PDFium in WebAssembly, with a limit of memory of its own: the limits of the thread know nothing of it, and a small file can
 * unfold to gigabytes in it.
 */

/** What we use of WebAssembly. This room has no DOM, whose types would bring it. */
interface Wasm {
  compile(binary: Uint8Array): Promise<object>
  instantiate(
    module: object,
    imports: object,
  ): Promise<{ readonly exports: { readonly memory?: WasmMemory } }>
}

interface WasmMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

// Node has it under this name, as every other place that runs JavaScript.
const wasm = (globalThis as unknown as { readonly WebAssembly: Wasm }).WebAssembly

const megabyte = 1024 * 1024
const pageBytes = 65_536

/** @throws CasebookError source.too-large where it asks for more memory than `bytes`; whatever `use` throws */
export async function withPdfium<T>(bytes: number, use: (library: PDFiumLibrary) => Promise<T>): Promise<T> {
  const memory = new MemoryLimit(bytes)
  const library = await PDFiumLibrary.init({ instantiateWasm: memory.instantiate })
  try {
    const result = await use(library)
    library.destroy()
    if (memory.isExceeded) throw tooLarge(bytes)
    return result
  } catch (error) {
    // PDFium ends itself where it gets no memory: whatever fails then fails of that.
    throw memory.isExceeded ? tooLarge(bytes) : error
  }
}

class MemoryLimit {
  readonly #most: number
  isExceeded = false

  constructor(most: number) {
    this.#most = most
  }

  /** Emscripten's hook: hands the instance back when it is ready. */
  readonly instantiate = (imports: object, done: (instance: never) => void): Record<string, never> => {
    void this.#instantiate(imports, done)
    return {}
  }

  async #instantiate(imports: object, done: (instance: never) => void): Promise<void> {
    const instance = await wasm.instantiate(await compiled(), imports)
    if (instance.exports.memory) this.#limit(instance.exports.memory)
    // The package's types say that it wants a module; its code takes the instance.
    done(instance as never)
  }

  #limit(memory: WasmMemory): void {
    const grow = memory.grow.bind(memory)
    memory.grow = (pages) => {
      if (memory.buffer.byteLength + pages * pageBytes <= this.#most) return grow(pages)
      this.isExceeded = true
      throw new RangeError('the limit of memory is reached')
    }
  }
}

let module: Promise<object> | null = null

/** Compiled once, for all documents. */
function compiled(): Promise<object> {
  module ??= compile()
  return module
}

async function compile(): Promise<object> {
  return wasm.compile(await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')))
}

function tooLarge(bytes: number): CasebookError {
  return new CasebookError(
    'source.too-large',
    `Taking this PDF apart needs more than ${Math.round(bytes / megabyte)} MB of memory.`,
  )
}
