import { isAscii, isUtf8 } from 'node:buffer';
import { AppError } from '../../../shared/errors.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  readonly encoding: TextEncoding;
  /** Whether the encoding was declared by a byte order mark; otherwise it was concluded from the bytes. */
  readonly declared: boolean;
  /** The text in pieces of some 256 KB, without the byte order mark; each call begins anew. */
  chunks(): Generator<string, void, undefined>;
  /** The whole text at once. */
  text(): string;
}

/** Largest file that is read: a register of the whole city is about half of it. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;
const ZIP = 'It looks like an Excel workbook or a zip file. Open it and save it as “CSV UTF-8”, then import that file.';

/** First bytes of files that people pick by mistake, and what to do about each. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], ZIP],
  [[0x50, 0x4b, 0x05, 0x06], ZIP],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'It looks like an old Excel or Word file. Open it and save it as “CSV UTF-8”, then import that file.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'It is a PDF. Ask for the list as CSV or FHIR.'],
];

/**
 * Turns a file's bytes into text: by its byte order mark (UTF-8, UTF-16 LE and BE), else strict UTF-8 where the bytes
 * are valid, else Windows-1252, which is what older systems in Britain write.
 * Decoding happens while the chunks are taken, so that a long file need not be in memory twice.
 * @throws AppError `unreadable-file` for empty, oversized, binary or cut-off files; the chunks throw it too
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw unreadable('The file is empty. Export the list again.');
  if (bytes.length > MAX_FILE_BYTES) {
    throw unreadable('The file is larger than 200 MB. Export the list in parts, for example one per practice.');
  }
  for (const [signature, advice] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) throw unreadable(advice);
  }
  const [encoding, markLength] = detect(bytes);
  if (!encoding.startsWith('utf-16') && bytes.includes(0)) throw binary();
  const body = bytes.subarray(markLength);
  return {
    encoding,
    declared: markLength > 0,
    chunks: () => decodeChunks(body, encoding),
    text: () => [...decodeChunks(body, encoding)].join(''),
  };
}

function detect(bytes: Uint8Array): [TextEncoding, number] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le', 2];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be', 2];
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isUtf8(bytes)) return ['utf-8', marked ? 3 : 0];
  const whole = bytes.subarray(0, lastCharacterStart(bytes));
  // Valid up to its last, unfinished character: the file was cut off, and Windows-1252 would garble every accent in it.
  if (marked || (isUtf8(whole) && !isAscii(whole))) {
    throw unreadable('The file is damaged or cut off: some of its characters are not complete. Export the list again.');
  }
  return ['windows-1252', 0];
}

/** Index of the last byte that begins a UTF-8 character. */
function lastCharacterStart(bytes: Uint8Array): number {
  let i = bytes.length - 1;
  while (i > 0 && (bytes[i] ?? 0) >> 6 === 0b10) i--;
  return i;
}

function* decodeChunks(body: Uint8Array, encoding: TextEncoding): Generator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for (let at = 0; at < body.length; at += CHUNK_BYTES) {
    const last = at + CHUNK_BYTES >= body.length;
    const text = decodeChunk(decoder, body.subarray(at, at + CHUNK_BYTES), !last);
    if (text.includes('\0') || (at === 0 && isMostlyControls(text))) throw binary();
    if (text !== '') yield text;
  }
}

function decodeChunk(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw unreadable('The file is damaged or cut off: some of its characters are not complete. Export the list again.');
  }
}

/** More than one control character in a hundred (tab, line ends, form feed and end-of-file mark aside) is not a list. */
function isMostlyControls(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a) controls++;
  }
  return controls * 100 > text.length;
}

function binary(): AppError {
  return unreadable('The file is not text. Save the list as “CSV UTF-8”, or ask for FHIR JSON, then import that file.');
}

/** The file cannot be read; `advice` is a sentence or two that say why and what to do, without anything from the file. */
export function unreadable(advice: string, details?: unknown): AppError {
  return new AppError('unreadable-file', advice, details);
}
