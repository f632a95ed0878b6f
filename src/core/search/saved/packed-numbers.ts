/** Ascending whole numbers in few bytes: the distance of each from the one before, seven bits to a byte, the lowest first. */

export function packNumbers(ascending: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let last = 0
  for (const number of ascending) {
    let distance = number - last
    last = number
    // Keys of a large casebook times eight still fit into what bit operations can hold; distances do all the more.
    while (distance >= 0x80) {
      bytes.push((distance & 0x7f) | 0x80)
      distance >>>= 7
    }
    bytes.push(distance)
  }
  return Uint8Array.from(bytes)
}

export function unpackNumbers(packed: Uint8Array): number[] {
  const numbers: number[] = []
  let last = 0
  let distance = 0
  let shift = 0
  for (const byte of packed) {
    distance |= (byte & 0x7f) << shift
    shift += 7
    if (byte < 0x80) {
      last += distance
      numbers.push(last)
      distance = 0
      shift = 0
    }
  }
  return numbers
}
