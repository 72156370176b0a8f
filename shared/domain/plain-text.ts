import { z } from 'zod';

/**
 * Text that people type, made safe to store, compare and show, without changing what it says.
 *
 * - All text: Unicode NFC, trimmed; NUL, other C0/C1 controls and lone surrogates are refused, because SQLite, JSON
 *   and FHIR `string` each treat them differently and they could not survive a round trip.
 * - Single lines (`line`, `optionalLine`): line breaks and tabs become spaces; bidirectional controls and invisible
 *   characters are removed, because a name that only looks like another name is a wrong-person hazard. The joiners
 *   that scripts and emoji need (U+200C, U+200D) stay between visible characters.
 * - Notes (`note`, `requiredNote`): line ends become `\n`; newlines, tabs and invisible characters stay as written.
 *
 * Markup, quotes and formulas are ordinary text here: whoever shows or exports them escapes them.
 * The schemas rewrite in place (`overwrite`), so they have a JSON Schema for input and output, and applying one twice
 * changes nothing.
 */

/** Soft hyphen, bidirectional marks, embeddings, overrides and isolates, zero-width space, word joiner, byte-order mark. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
/** White space, format characters, combining marks, and the letters that Unicode draws as blanks. */
const BLANK = /[\s\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;
// Refusing control characters is the point here, so the pattern is built from ranges instead of escapes.
const FORBIDDEN = new RegExp(`[${range(0, 8)}${range(0x0e, 0x1f)}${range(0x7f, 0x84)}${range(0x86, 0x9f)}]`, 'u');

function range(from: number, to: number): string {
  return `${String.fromCharCode(from)}-${String.fromCharCode(to)}`;
}

/** Whether the text holds what is refused everywhere: NUL, another control character, or half a surrogate pair. */
export function hasForbiddenCharacter(text: string): boolean {
  return !text.isWellFormed() || FORBIDDEN.test(text);
}

/** Whether anything of the text can be seen. */
export function isVisible(text: string): boolean {
  return text.replace(BLANK, '') !== '';
}

/** One line: NFC, no invisible characters, every run of white space one space, trimmed. */
export function cleanLine(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replaceAll('\u0085', ' ')
    .replace(/[\u200c\u200d]+/gu, keepWhenJoining)
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** A joiner at an edge or beside a space joins nothing and only hides. */
function keepWhenJoining(joiners: string, offset: number, whole: string): string {
  const before = whole.charAt(offset - 1);
  const after = whole.charAt(offset + joiners.length);
  return before.trim() === '' || after.trim() === '' ? '' : joiners;
}

/** Several lines: NFC, line ends as `\n`, no white space at the end of a line or around the whole. */
export function cleanNote(text: string): string {
  const lines = text.normalize('NFC').split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u);
  return lines
    .map((row) => row.trimEnd())
    .join('\n')
    .trim();
}

/** Code points, so that an emoji outside the basic plane counts once. */
function countCharacters(text: string): number {
  return [...text].length;
}

function text(clean: (raw: string) => string, required: boolean, max: number) {
  const tooLong = `Must be ${max} characters or fewer`;
  return (
    z
      .string()
      // What is typed may be longer than what is kept (spaces, decomposed accents), but not without bound.
      .max(max * 4 + 64, { message: tooLong, abort: true })
      .refine((raw) => !hasForbiddenCharacter(raw), {
        message: 'Contains characters that cannot be saved',
        abort: true,
      })
      .overwrite(clean)
      .refine((kept) => !required || isVisible(kept), 'Enter some text')
      .refine((kept) => countCharacters(kept) <= max, tooLong)
  );
}

/** A required single line of at most `max` characters (names, titles, labels). */
export function line(max: number) {
  return text(cleanLine, true, max);
}

/** A single line that may be empty. */
export function optionalLine(max: number) {
  return text(cleanLine, false, max);
}

/** Free text of at most `max` characters; may be empty, keeps its newlines. */
export function note(max: number) {
  return text(cleanNote, false, max);
}

/** Free text that must say something (a reason, a decision). */
export function requiredNote(max: number) {
  return text(cleanNote, true, max);
}
