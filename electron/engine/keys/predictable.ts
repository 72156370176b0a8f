import { commonWords } from './common-words.ts';

/** Lines along which fingers and memory run. */
const lines = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((line) => [
  line,
  [...line].reverse().join(''),
]);

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const shortest = 3;

/** Length of the longest of `words` that stands at `from`, 0 for none. */
function wordAt(text: string, from: number, words: readonly string[]): number {
  let longest = 0;
  for (const word of words) if (word.length > longest && text.startsWith(word, from)) longest = word.length;
  return longest;
}

/** Length of the run along one of the lines that begins at `from`. */
function runAt(text: string, from: number): number {
  let longest = 0;
  for (const line of lines) {
    const start = line.indexOf(text[from] ?? ' ');
    if (start < 0) continue;
    let length = 1;
    while (start + length < line.length && text[from + length] === line[start + length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** Length of the longest part at `from` that stood earlier already. */
function repeatAt(text: string, from: number): number {
  let longest = 0;
  for (let earlier = 0; earlier < from; earlier += 1) {
    let length = 0;
    while (from + length < text.length && text[earlier + length] === text[from + length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

const wordsOf = (phrases: readonly string[]): string[] =>
  phrases
    .flatMap((phrase) =>
      phrase
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= shortest);

/** What a guesser who tries words, runs and repeats first would find in a passphrase. */
export interface Predictable {
  /** Characters that remain when each predictable part counts as one. */
  surprises: number;
  repeats: boolean;
  sequences: boolean;
  common: boolean;
}

/**
 * Takes a passphrase apart from left to right, always by the longest predictable part. Case, separators and
 * look-alikes (`p@ssw0rd`) do not hide a word.
 * @param avoid further words to count as common, such as the worker's name
 */
export function predictableParts(passphrase: string, avoid: readonly string[]): Predictable {
  // Runs and repeats are told by shape: a thousand characters hold no more of them than the first 256.
  const text = passphrase
    .toLowerCase()
    .replaceAll(/[\s\-_.,]/g, '')
    .slice(0, 256);
  const plain = [...text].map((character) => lookalikes[character] ?? character).join('');
  const words = [...commonWords, ...wordsOf(avoid)];
  const found: Predictable = { surprises: 0, repeats: false, sequences: false, common: false };
  for (let at = 0; at < text.length; ) {
    const year = /^(?:19|20)\d\d/.test(text.slice(at, at + 4)) ? 4 : 0;
    const common = Math.max(wordAt(text, at, words), wordAt(plain, at, words), year);
    const run = runAt(text, at);
    const repeat = repeatAt(text, at);
    const longest = Math.max(common, run, repeat);
    found.surprises += 1;
    if (longest < shortest) {
      at += 1;
      continue;
    }
    if (common === longest) found.common = true;
    else if (run === longest) found.sequences = true;
    else found.repeats = true;
    at += longest;
  }
  return found;
}
