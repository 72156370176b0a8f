import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, MAX_FILE_BYTES } from '../../electron/engine/imports/decode.ts';
import { hasForbiddenCharacter } from '../../shared/domain/plain-text.ts';
import { AppError } from '../../shared/errors.ts';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

function refusal(bytes: Uint8Array): string {
  try {
    decodeText(bytes).text();
  } catch (error) {
    if (error instanceof AppError && error.code === 'unreadable-file') return error.message;
    throw error;
  }
  return 'read';
}

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8 without a mark', Buffer.from('Zoë,Seán'), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from('\ufeffZoë,Seán'), 'utf-8', true],
    ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Zoë,Seán', 'utf16le')]), 'utf-16le', true],
    ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be('Zoë,Seán')]), 'utf-16be', true],
    ['Windows-1252', Buffer.from([0x5a, 0x6f, 0xeb, 0x2c, 0x53, 0x65, 0xe1, 0x6e]), 'windows-1252', false],
  ])('%s', (_, bytes, encoding, declared) => {
    const decoded = decodeText(bytes);
    expect([decoded.encoding, decoded.declared, decoded.text()]).toEqual([encoding, declared, 'Zoë,Seán']);
  });

  test('the 0x80 block of Windows-1252 is read as such, not as ISO-8859-1', () => {
    expect(decodeText(Buffer.from([0x80, 0x92, 0xe9])).text()).toBe('€’é');
  });

  test('characters on the border of two chunks stay whole', () => {
    const text = `${'a'.repeat(256 * 1024 - 1)}é${'b'.repeat(256 * 1024)}€`;
    const chunks = [...decodeText(Buffer.from(text)).chunks()];
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.join('') === text).toBe(true);
  });

  test('every text survives in every encoding that can hold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!hasForbiddenCharacter(text) && !text.startsWith('\ufeff'));
        expect(decodeText(Buffer.from(`\ufeff${text}`)).text()).toBe(text);
        expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(text)])).text()).toBe(text);
      }),
    );
  });
});

describe('files that are no lists are refused with what to do', () => {
  test.each([
    ['empty', Buffer.alloc(0), /empty/],
    ['Excel workbook', Buffer.from('PK\x03\x04rest of a zip'), /CSV UTF-8/],
    ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /CSV UTF-8/],
    ['PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['NUL bytes', Buffer.from('a,b\0c'), /not text/],
    ['NUL in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\0b', 'utf16le')]), /not text/],
    ['control characters', Buffer.from(Array.from({ length: 300 }, (_, i) => 1 + (i % 8))), /not text/],
    ['UTF-8 cut off inside a character', Buffer.from('Zoë,Seán,é').subarray(0, -1), /cut off/],
    ['UTF-8 mark and other bytes', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62]), /damaged/],
    ['UTF-16 with half a character', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), /cut off/],
  ])('%s', (_, bytes, advice) => {
    expect(refusal(bytes)).toMatch(advice);
  });

  test('more than 200 MB', () => {
    expect(refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toMatch(/200 MB/);
  });
});
