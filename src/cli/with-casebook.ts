import type { Engine } from '#contract/engine.ts'
import { openCasebook } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'

const program = 'Casebook (terminal)'

/** Opens a casebook for a question: also while another program holds it. */
export function withReader<T>(path: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  return withEngine(openCasebook(path, { outside: realOutside(program), readOnly: true }), work)
}

/** Opens a casebook to change it. @throws CasebookError casebook.held where another program has it */
export function withWriter<T>(path: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  return withEngine(openCasebook(path, { outside: realOutside(program) }), work)
}

async function withEngine<T>(engine: Engine, work: (engine: Engine) => Promise<T>): Promise<T> {
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}
