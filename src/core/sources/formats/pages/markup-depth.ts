/** How markup is nested and how much of it there is, told from its signs alone: before anything builds a tree of it. */

const [less, greater, slash, mark, question] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f]

/** Elements in elements of well-formed markup. */
export function depthOf(bytes: Uint8Array): number {
  let [depth, deepest] = [0, 0]
  for (let at = bytes.indexOf(less); at >= 0; at = bytes.indexOf(less, at + 1)) {
    const next = bytes[at + 1]
    if (next === slash) depth--
    else if (next !== mark && next !== question && bytes[bytes.indexOf(greater, at) - 1] !== slash) {
      deepest = Math.max(deepest, ++depth)
    }
  }
  return deepest
}
