import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** The bytes of a file as they were brought in, packed for keeping. */
export interface PackedOriginal {
  readonly bytes: number
  readonly packing: 'none' | 'zstd'
  readonly packed: Uint8Array
}

/** What does not get smaller (pictures, archives) is kept as it is. */
export function packOriginal(bytes: Uint8Array): PackedOriginal {
  // Told the size, zstd makes itself no more room than that; small files are packed in a third less time.
  const told = { pledgedSrcSize: bytes.length, chunkSize: Math.min(Math.max(bytes.length, 64), 65_536) }
  // A copy: what zstd returns may lie in a larger buffer, which would travel between threads as a whole.
  const packed = new Uint8Array(zstdCompressSync(bytes, told))
  return packed.length < bytes.length
    ? { bytes: bytes.length, packing: 'zstd', packed }
    : { bytes: bytes.length, packing: 'none', packed: bytes }
}

export function unpackOriginal({ packing, packed }: Omit<PackedOriginal, 'bytes'>): Uint8Array<ArrayBuffer> {
  // A plain Uint8Array: a Buffer does not look the same on the other side of a wire.
  return new Uint8Array(packing === 'zstd' ? zstdDecompressSync(packed) : packed)
}
