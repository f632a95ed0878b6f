import type { Job } from '../../handlers.ts'
import type { PackedPart } from '../parsing/packed-file.ts'

/** Counts files; of a file that comes in several parts its articles, as soon as their number is known. */
export class ImportProgress {
  readonly #job: Job
  #total: number
  #done = 0
  #label = ''
  /** How far the file that is being read counts, and how far it has come. */
  #file = { weight: 1, articles: 0 }

  constructor(job: Job, files: number) {
    this.#job = job
    this.#total = files
  }

  begin(name: string): void {
    this.#label = name
    this.#file = { weight: 1, articles: 0 }
    this.#tell()
  }

  take({ articles, expected, isLast }: PackedPart): void {
    this.#file.articles += articles.length
    if (isLast || expected === null) return
    this.#total += expected - this.#file.weight
    this.#file.weight = expected
    this.#tell()
  }

  endFile(): void {
    this.#done += this.#file.weight
    this.#file = { weight: 0, articles: 0 }
  }

  end(): void {
    this.#label = ''
    this.#tell()
  }

  #tell(): void {
    const { weight, articles } = this.#file
    const ofTheFile = weight > 1 ? Math.min(articles, weight) : 0
    this.#job.progress({ done: this.#done + ofTheFile, total: this.#total, label: this.#label })
  }
}
