const LF = 10;
const CR = 13;

/** Offset behind the last line end that cannot be the first half of CR LF; 0 when there is none. */
export function lastLineEnd(bytes: Buffer): number {
  const lf = bytes.lastIndexOf(LF);
  const cr = bytes.length < 2 ? -1 : bytes.lastIndexOf(CR, bytes.length - 2);
  return Math.max(lf, cr) + 1;
}

/** Offset behind the first line end, or the end of the bytes when there is none. */
export function firstLineEnd(bytes: Buffer): number {
  const lf = bytes.indexOf(LF);
  const cr = bytes.subarray(0, lf < 0 ? bytes.length : lf).indexOf(CR);
  if (cr < 0) return lf < 0 ? bytes.length : lf + 1;
  return cr + 1 === lf ? lf + 1 : cr + 1;
}

/** Offset of the first byte from `from` on that ends no line. */
export function skipLineEnds(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] === LF || bytes[at] === CR)) at++;
  return at;
}

/** How many lines end between two offsets; CR LF is one. */
export function countLineEnds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) count++;
  }
  return count;
}
