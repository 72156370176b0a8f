import importWords from '../../../resources/import-words.json' with { type: 'json' };
import { type CodeListName, type CodeOf, codeLabel, codeShort, codesOf } from '../../../shared/domain/code-lists.ts';

const words: { readonly [L in CodeListName]?: { readonly [code: string]: readonly string[] } } = importWords.words;
const indexes = new Map<CodeListName, ReadonlyMap<string, string>>();

/** Text reduced to what counts when headings and words are compared: letters and digits, without case or accents. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The code of a list that a word of another system means: the code itself, its label, its short form, or a known synonym. */
export function readCode<L extends CodeListName>(list: L, text: string): CodeOf<L> | null {
  return (indexOf(list).get(wordKey(text)) as CodeOf<L> | undefined) ?? null;
}

function indexOf(list: CodeListName): ReadonlyMap<string, string> {
  const known = indexes.get(list);
  if (known) return known;
  const index = new Map<string, string>();
  // Synonyms first, then labels, then codes, so that a code always means itself.
  for (const [code, synonyms] of Object.entries(words[list] ?? {}))
    for (const word of synonyms) index.set(wordKey(word), code);
  for (const code of codesOf(list)) {
    index.set(wordKey(codeShort(list, code)), code);
    index.set(wordKey(codeLabel(list, code)), code);
  }
  for (const code of codesOf(list)) index.set(wordKey(code), code);
  indexes.set(list, index);
  return index;
}
