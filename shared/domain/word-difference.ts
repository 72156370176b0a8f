/** A run of text that both sides have, or only one. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More words than this on both sides together are compared as wholes: the table would grow with their product. */
const longest = 4000;

/**
 * What changed between two texts, word by word: the longest common run of words and white space stays, the rest was
 * removed or added. Joining everything but `added` gives `before`; everything but `removed` gives `after`.
 */
export function wordDifference(before: string, after: string): TextPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length + b.length > longest) return wholes(before, after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = common(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ]);
}

/** Words and the white space between them, so that joining them gives the text again. */
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

function wholes(before: string, after: string): TextPart[] {
  if (before === after) return joined([{ kind: 'same', text: before }]);
  return joined([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
}

/** The longest common subsequence by dynamic programming, read back from its table. */
function common(a: readonly string[], b: readonly string[]): TextPart[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: left });
      i++;
    } else {
      parts.push({ kind: 'added', text: right ?? '' });
      j++;
    }
  }
  return parts;
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const kept: TextPart[] = [];
  for (const part of parts) {
    const last = kept.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) kept[kept.length - 1] = { kind: part.kind, text: last.text + part.text };
    else kept.push(part);
  }
  return kept;
}
