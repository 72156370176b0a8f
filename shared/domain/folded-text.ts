/** Letters that Unicode does not take apart into a base letter and a mark, and the sigma that depends on its place. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

const PLAIN = /^[ -~]*$/;

/**
 * Text reduced to what people compare names by: lower case, without Latin accents, apostrophes, hyphens, spaces and
 * other marks, so that `O’Brien`, `O'BRIEN` and `obrien` are one, and `Zoë` is found by `zoe`. Vowel signs of scripts
 * where they are part of the word stay. For sorting, searching and matching only, never for showing.
 */
export function fold(text: string): string {
  // Nearly every name is plain ASCII, of which only the case and the marks need care.
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[ßøæœłđðþıς]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .normalize('NFC');
}
