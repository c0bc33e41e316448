type Width = 1 | 2 | 4
type Numbers = { readonly 1: Uint8Array; readonly 2: Uint16Array; readonly 4: Uint32Array }
type Parts<W extends Widths> = { readonly [name in keyof W]: Numbers[W[name]] }
type Widths = Readonly<Record<string, Width>>

/**
 * A file of arrays of numbers: a magic number, the 32-bit lengths of its parts, then the parts, each from a multiple of 4.
 * Little-endian. `widths`: the parts in their order, with the bytes that each of their numbers takes; `what` it is a file of.
 */
export function partsFile<W extends Widths>(magic: number, widths: W, what: string) {
  const names = Object.keys(widths)
  const headLength = 1 + names.length
  return {
    /** Its parts, which share its bytes where these begin at a multiple of 4. Throws where the bytes are no such file. */
    read(bytes: Uint8Array): Parts<W> {
      const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
      const isOurs = bytes.length >= headLength * 4 && new Uint32Array(buffer, byteOffset, 1)[0] === magic
      if (!isOurs) throw new Error(`not a file of ${what}`)
      const lengths = new Uint32Array(buffer, byteOffset + 4, names.length)
      let from = byteOffset + headLength * 4
      const parts = names.map((name, i) => {
        const length = lengths[i] as number
        const width = widths[name] as Width
        const at = from
        from += padded(length * width)
        if (from > byteOffset + bytes.length) throw new Error(`a file of ${what} that was cut short`)
        return [name, new arrays[width](buffer as ArrayBuffer, at, length)] as const
      })
      return Object.fromEntries(parts) as Parts<W>
    },
    write(parts: Parts<W>): Uint8Array {
      const all = names.map((name) => parts[name] as Numbers[Width])
      const head = Uint32Array.from([magic, ...all.map(({ length }) => length)])
      const bytes = new Uint8Array([head, ...all].reduce((sum, { byteLength }) => sum + padded(byteLength), 0))
      let at = 0
      for (const part of [head, ...all]) {
        bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
        at += padded(part.byteLength)
      }
      return bytes
    },
  }
}

const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array }

const padded = (length: number): number => Math.ceil(length / 4) * 4
