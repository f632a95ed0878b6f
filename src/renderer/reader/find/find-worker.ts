import { findWords, type Wanted } from './find-words.ts'

/** Looks for one pattern and answers once. */
self.addEventListener('message', ({ data }: MessageEvent<{ text: string; wanted: Wanted }>) => {
  self.postMessage(findWords(data.text, data.wanted))
})
