import { z } from 'zod';
import { fold } from './folded-text.ts';
import { line, optionalLine } from './plain-text.ts';

/** A person's name. People with one name only have it as the family name, and `given` is then empty. */
export interface PersonName {
  readonly family: string;
  readonly given: string;
  readonly middle?: string | undefined;
  /** Title: Mr, Mrs, Dr, … */
  readonly prefix?: string | undefined;
  /** What the person wants to be called, in place of the given name. */
  readonly preferred?: string | undefined;
}

/** Lengths follow the Personal Demographics Service, whose name parts are at most 35 characters, with room for two. */
export const nameSchema = z.object({
  family: line(70),
  given: optionalLine(70),
  middle: optionalLine(70).optional(),
  prefix: optionalLine(35).optional(),
  preferred: optionalLine(70).optional(),
});

/**
 * The list form of NHS screens (NHS Common User Interface, patient name): family name in capitals, given name, title in
 * brackets: `SMITH, John (Mr)`. A small c of Mc and Mac that the person writes stays: `McDONALD`.
 */
export function listName(name: PersonName): string {
  const family = joined(upperFamily(name.family), ', ', name.given);
  return name.prefix ? `${family} (${name.prefix})` : family;
}

function upperFamily(family: string): string {
  return family
    .split(/(?<=[\s-])/u)
    .map((part) => {
      const mac = /^Ma?c(?=\p{Lu}\p{Ll})/u.exec(part)?.[0] ?? '';
      return mac + part.slice(mac.length).toLocaleUpperCase('en-GB');
    })
    .join('');
}

/** How the person is spoken of: `Jack Smith`, by the preferred name if there is one. */
export function shortName(name: PersonName): string {
  return joined(name.preferred || name.given, ' ', name.family);
}

/** Everything official in the order of an address: `Mr John Paul Smith`. */
export function fullName(name: PersonName): string {
  return [name.prefix, name.given, name.middle, name.family].filter(Boolean).join(' ');
}

/** One or two capital letters: `JS`. Whole letters of any script, never half of one. */
export function initials(name: PersonName): string {
  return [name.preferred || name.given, name.family].map(firstLetter).join('').toLocaleUpperCase('en-GB');
}

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

function firstLetter(text: string): string {
  const start = text.replace(/^[^\p{L}\p{N}]+/u, '');
  return graphemes.segment(start)[Symbol.iterator]().next().value?.segment ?? '';
}

/** Orders names as people expect when compared as text: family, then given; accents, case and apostrophes aside. */
export function nameSortKey(name: PersonName): string {
  return [name.family, name.given, name.middle ?? ''].map(fold).join(' ').trimEnd();
}

/**
 * The folded words by whose beginnings a person is found: each name part whole and in its pieces, so that `Smith-Jones`
 * answers to `smithjones`, `smith` and `jones`, and `O'Brien` to `obrien` and `brien`. Titles are left out.
 */
export function nameSearchWords(name: PersonName): string[] {
  const words = new Set<string>();
  for (const part of [name.family, name.given, name.middle, name.preferred]) {
    if (!part) continue;
    for (const piece of [part, ...part.split(/[^\p{L}\p{N}\p{M}]+/u), ...part.split(/\s+/u)]) words.add(fold(piece));
  }
  words.delete('');
  return [...words];
}

function joined(first: string, separator: string, second: string): string {
  return first && second ? first + separator + second : first || second;
}
