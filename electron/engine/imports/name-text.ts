import type { PersonName } from '../../../shared/domain/name.ts';

/** The parts of a name written as one text. `guessed`: nothing but the order of the words told family from given name. */
export interface SplitName extends PersonName {
  readonly guessed: boolean;
}

const TITLE =
  /^(mr|mrs|miss|ms|mx|dr|prof|professor|rev|revd|reverend|fr|father|sr|sister|sir|dame|lady|lord|master|mstr|cllr|capt|captain|major|col|colonel|imam|rabbi|hon)\.?$/i;
/** Words that begin a family name of several words. */
const PARTICLE =
  /^(van|von|de|der|den|di|da|das|do|dos|du|del|della|des|la|le|bin|bint|ibn|ben|al|el|ap|st|st\.|mac|mc|o|ter|ten|af|zu|abu)$/i;

/**
 * Splits a whole name as systems in Britain write it: `SMITH, John Paul (Mr)`, `Smith, John, Mr`, `SMITH John`,
 * `Mr John Paul van der Berg`. Without a comma or capitals the last word, with its particles, is taken as the family name.
 * One word alone is the family name.
 */
export function splitName(text: string): SplitName {
  const bracket = /\(([^()]{1,30})\)\s*$/.exec(text);
  const bracketed = bracket?.[1]?.trim() ?? '';
  const isTitle = TITLE.test(bracketed);
  const rest = bracket && isTitle ? text.slice(0, bracket.index) : text;
  const [family = [], ...others] = rest.split(',').map((part) => part.trim().split(/\s+/).filter(Boolean));
  if (others.length === 0) return { ...inOrder(family), ...(isTitle && { prefix: bracketed }) };
  const words = others.flat();
  const prefix = isTitle ? bracketed : takeTitle(words);
  return { ...forenames(words), family: family.join(' '), ...(prefix !== '' && { prefix }), guessed: false };
}

/** Name without a comma: title, given names, family name; or a family name in capitals first. */
function inOrder(words: string[]): SplitName {
  const prefix = takeTitle(words);
  const title = prefix === '' ? {} : { prefix };
  const firstLower = words.findIndex((word) => !isCapitals(word));
  if (firstLower > 0 && words.slice(firstLower).every((word) => !isCapitals(word) || word.length === 1)) {
    const family = words.splice(0, firstLower).join(' ');
    return { ...forenames(words), family, ...title, guessed: false };
  }
  let start = words.length - 1;
  while (start > 1 && PARTICLE.test(words[start - 1] ?? '')) start--;
  const family = words.splice(Math.max(start, 0)).join(' ');
  return { ...forenames(words), family, ...title, guessed: words.length > 1 };
}

/** Removes a title from the front or the end of the words and returns it, or an empty text. */
function takeTitle(words: string[]): string {
  if (words.length > 1 && TITLE.test(words[0] ?? '')) return words.shift() ?? '';
  if (words.length > 1 && TITLE.test(words.at(-1) ?? '')) return words.pop() ?? '';
  return '';
}

function forenames(words: readonly string[]): { given: string; middle?: string } {
  const [given = '', ...middle] = words;
  return middle.length === 0 ? { given } : { given, middle: middle.join(' ') };
}

function isCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase();
}
