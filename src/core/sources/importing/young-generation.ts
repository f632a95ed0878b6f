import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/**
 * V8 doubles the room for what is short-lived in this thread whenever as much has survived in it as it holds, however long that took:
 * a long import would end with four times the memory that it needs. Threads of their own are given a limit when they start (the parsers
 * are); the one that the program starts with cannot be given one later, but it can be kept from growing on.
 */
const enough = 32 * 1024 * 1024

let isHeld = false

/** To be called now and then while much is written: from `enough` on nothing grows any more, for the rest of the program's life. */
export function holdYoungGeneration(): void {
  if (isHeld || youngGeneration() < enough) return
  setFlagsFromString('--semi-space-growth-factor=1')
  isHeld = true
}

function youngGeneration(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0
}
