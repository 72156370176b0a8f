import { z } from 'zod';

/**
 * Text that people type, made safe to store, compare and show, without changing what it says.
 *
 * - All text: Unicode NFC, trimmed, line ends as `\n`; NUL, other C0/C1 controls and lone surrogates are refused
 *   (SQLite, JSON and FHIR `string` each treat them differently, so they could not survive a round trip).
 * - Single lines (`line`, `optionalLine`): line breaks and tabs become spaces; bidirectional overrides and invisible characters
 *   are removed, because a name that looks like another name is a wrong-person hazard. Joiners that scripts and emoji
 *   need (U+200C, U+200D) stay between visible characters.
 * - Notes (`note`): newlines and tabs stay, and invisible characters stay as written.
 *
 * Markup, quotes and formulas are ordinary text here: whoever shows or exports them escapes them.
 */

/** Bidirectional embeddings, overrides and isolates, marks, zero-width space, word joiner, soft hyphen, byte-order mark. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
/** Joiners at an edge or next to a space join nothing and only hide. */
const STRAY_JOINER = /(^|\s)[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/gu;
// biome reads a control character in a pattern as a slip; here refusing them is the point, so it is built from ranges.
const FORBIDDEN_CONTROL = new RegExp(
  `[${range(0x00, 0x08)}${range(0x0e, 0x1f)}${range(0x7f, 0x84)}${range(0x86, 0x9f)}]`,
  'u',
);

function range(from: number, to: number): string {
  return `${String.fromCharCode(from)}-${String.fromCharCode(to)}`;
}

/** Whether the text holds a character that is refused everywhere: NUL, another control character, or half a surrogate pair. */
export function hasForbiddenCharacter(text: string): boolean {
  return !text.isWellFormed() || FORBIDDEN_CONTROL.test(text);
}

/** One line: NFC, no invisible characters, every run of white space one space, trimmed. */
export function cleanLine(text: string): string {
  const visible = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\u0085]+/gu, ' ');
  return visible.replace(STRAY_JOINER, '$1').trim().normalize('NFC');
}

/** Several lines: NFC, line ends as `\n`, no white space at the ends of lines or of the text. */
export function cleanNote(text: string): string {
  const lines = text.normalize('NFC').replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu, '\n');
  return lines.replace(/[^\S\n]+$/gmu, '').trim();
}

/** Length in characters as a reader counts code points, so an emoji is one and not two. */
function length(text: string): number {
  return [...text].length;
}

function text(clean: (raw: string) => string, min: number, max: number) {
  // Raw input may be longer than the clean text (spaces, decomposed accents), but not without bound.
  return z
    .string()
    .max(max * 4 + 64, `Must be ${max} characters or fewer`)
    .transform((raw, context) => {
      if (hasForbiddenCharacter(raw)) {
        context.addIssue({ code: 'custom', message: 'Contains characters that cannot be saved' });
        return z.NEVER;
      }
      const cleaned = clean(raw);
      const size = length(cleaned);
      if (size < min) context.addIssue({ code: 'custom', message: 'Enter some text' });
      if (size > max) context.addIssue({ code: 'custom', message: `Must be ${max} characters or fewer` });
      return cleaned;
    });
}

/** A required single line of at most `max` characters (names, titles, labels). Empty after cleaning is refused. */
export function line(max: number) {
  return text(cleanLine, 1, max);
}

/** A single line that may be empty. */
export function optionalLine(max: number) {
  return text(cleanLine, 0, max);
}

/** Free text of at most `max` characters; may be empty, keeps its newlines. */
export function note(max: number) {
  return text(cleanNote, 0, max);
}

/** Free text that must say something (a reason, a decision). */
export function requiredNote(max: number) {
  return text(cleanNote, 1, max);
}
