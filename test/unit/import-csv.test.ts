import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../electron/engine/exports/csv.ts';
import { type CsvOptions, type CsvTable, readCsv } from '../../electron/engine/imports/csv.ts';
import type { CsvItem } from '../../electron/engine/imports/csv-rows.ts';
import { decodeText } from '../../electron/engine/imports/decode.ts';
import { countKnownHeadings } from '../../electron/engine/imports/mapping.ts';
import { defuseFormula, undoDefusing } from '../../shared/domain/formula-guard.ts';
import { hasForbiddenCharacter } from '../../shared/domain/plain-text.ts';
import { AppError } from '../../shared/errors.ts';

const open = (text: string, options?: CsvOptions): CsvTable =>
  readCsv({ chunks: () => [text].values() as Generator<string> }, options);
const items = (text: string, options?: CsvOptions): CsvItem[] => [...open(text, options).rows()];
const cells = (text: string, options?: CsvOptions) =>
  items(text, options).map((item) => (item.kind === 'row' ? item.cells : item.reason));
const fixture = (name: string) => decodeText(readFileSync(new URL(`../fixtures/imports/${name}`, import.meta.url)));

describe('what stands in the file', () => {
  test.each([[','], [';'], ['\t'], ['|']])(
    'delimiter %j is found, also beside other ones in the cells',
    (delimiter) => {
      const rows = [
        ['Surname', 'First name', 'Address'],
        ['Tate', 'Ann', '"4, Test; Grove|L4"'],
        ['Rigby', 'Tom', '"1\tx, y; z|w"'],
      ];
      const table = open(rows.map((row) => row.join(delimiter)).join('\n'));
      expect(table.delimiter).toBe(delimiter);
      expect([...table.rows()]).toHaveLength(2);
    },
  );

  test('Excel’s sep line names the delimiter and counts as a line', () => {
    expect(items('sep=;\na;b\n1;2\n')).toEqual([{ kind: 'row', line: 3, cells: ['1', '2'] }]);
  });

  test('quoted cells keep line breaks and quotes; lines are those of the file', () => {
    const text = 'name,address\r\n"Tate, ""Nan""","1 Road\r\nLiverpool\nL4"\r\n\r\nRigby,x';
    expect(items(text)).toEqual([
      { kind: 'row', line: 2, cells: ['Tate, "Nan"', '1 Road\r\nLiverpool\nL4'] },
      { kind: 'row', line: 6, cells: ['Rigby', 'x'] },
    ]);
  });

  test.each(['\n', '\r\n', '\r'])('line end %j', (end) => {
    expect(cells(['a,b', '1,2', '3,4', ''].join(end))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('report titles above the header are told from it', () => {
    const table = readCsv(fixture('emis-search.csv'), { recognise: countKnownHeadings });
    expect(table.headerLine).toBe(7);
    expect(table.headers[0]).toBe('NHS Number');
    expect(table.preamble).toHaveLength(5);
    expect([...table.rows()].map(({ line }) => line)).toEqual([8, 9, 10, 11, 12, 13]);
  });

  test('a list without a header is read from its first row', () => {
    const table = open('9990000018,Tate,01/02/1950\n9990000026,Rigby,03/04/1951\n');
    expect([table.headerLine, table.headers]).toEqual([null, ['Column A', 'Column B', 'Column C']]);
    expect([...table.rows()]).toHaveLength(2);
  });

  test('blank and repeated headings become distinct names', () => {
    expect(open('Phone,,phone,Phone\n1,2,3,4\n').headers).toEqual(['Phone', 'Column B', 'phone (2)', 'Phone (3)']);
  });

  test('rows can be read again from the beginning', () => {
    const table = open('a,b\n1,2\n');
    expect([...table.rows()]).toEqual([...table.rows()]);
  });

  test.each([
    ['nothing but blank lines', '\n\n  \n'],
    ['a header of 501 columns', `${'a,'.repeat(500)}b\n`],
  ])('%s is refused', (_, text) => {
    expect(() => open(text)).toThrow(AppError);
  });
});

describe('what is wrong with single rows is told row by row', () => {
  test('short, long, torn and open rows of one file; the rest is read', () => {
    const table = readCsv(fixture('ragged.csv'), { recognise: countKnownHeadings });
    const seen = [...table.rows()].map((item) => [item.line, item.kind === 'row' ? item.cells[0] : item.reason]);
    expect(seen).toEqual([
      [3, 'Baker'],
      [4, 'too-many-cells'],
      [5, 'broken-row'],
      [7, 'Easton'],
      [9, 'open-quote'],
      [10, 'Grant'],
    ]);
  });

  test('cells left out at the end are empty and said to be', () => {
    const [row] = items('a,b,c\n1,2\n4,5,6\n');
    expect(row).toMatchObject({ kind: 'row', cells: ['1', '2', ''], notice: expect.stringContaining('2 cells') });
  });

  test('a row with hardly any cells is no row', () => {
    expect(cells('a,b,c,d,e\n1,2,3,4,5\nTotal: 1\n')).toEqual([['1', '2', '3', '4', '5'], 'too-few-cells']);
  });

  test('a file that does not fit its header is not read to its end', () => {
    const long = `a,b,c,d,e\n${'x\n'.repeat(200_000)}`;
    let count = 0;
    const readAll = () => {
      for (const _ of open(long).rows()) count += 1;
    };
    expect(readAll).toThrow(/Most rows up to line \d+/);
    expect(count).toBeLessThanOrEqual(10_000);
  });

  test('blank lines by the hundred thousand cost next to nothing and are counted', () => {
    const text = `a,b\n1,2\n${'\r\n'.repeat(300_000)}3,4`;
    expect(items(text).map(({ line }) => line)).toEqual([2, 300_003]);
  });

  test('empty cells too many at the end do no harm', () => {
    expect(cells('a,b\n1,2,,\n')).toEqual([['1', '2']]);
  });

  test('a quotation mark that swallows hundreds of lines costs one line only', () => {
    const rows = Array.from({ length: 400 }, (_, i) => (i === 5 ? '"stray,5' : i === 300 ? 'x"y",300' : `r${i},${i}`));
    const seen = items(['name,n', ...rows, ''].join('\n'));
    expect(seen.filter(({ kind }) => kind === 'problem')).toMatchObject([{ line: 7, reason: 'open-quote' }]);
    expect(seen).toHaveLength(400);
  });

  test('quotation marks that never match end in a refusal, not in endless re-reading', () => {
    // Every tenth line opens a mark that the next one does not close properly.
    const bad = `a,b\n${'"x,1\ny,2\n'.repeat(3000)}`;
    const outcome = (() => {
      try {
        return items(bad).length;
      } catch (error) {
        return error;
      }
    })();
    expect(outcome instanceof AppError || (typeof outcome === 'number' && outcome <= 6001)).toBe(true);
  });

  test('a cell of a megabyte is read whole', () => {
    const long = 'é"\n,'.repeat(250_000);
    expect(cells(`a,b\n1,"${long.replaceAll('"', '""')}"\n3,4\n`)).toEqual([
      ['1', long],
      ['3', '4'],
    ]);
  });
});

describe('O5: formulas', () => {
  test.each(['=1+1', '+44', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', "'=1", "''-1"])(
    '%j is defused and comes back',
    (text) => {
      expect(defuseFormula(text)).toBe(`'${text}`);
      expect(undoDefusing(defuseFormula(text))).toBe(text);
    },
  );

  test.each(['Tate', "O'Hara", "'quoted'", '', '1-2'])('%j stays as it is', (text) => {
    expect([defuseFormula(text), undoDefusing(text)]).toEqual([text, text]);
  });

  test('numbers are numbers', () => {
    expect([...writeCsv(['n', 't'], [[-2, '-2']])].join('')).toBe("n,t\r\n-2,'-2\r\n");
  });
});

describe('what is written is read back identically', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        ',',
        ';',
        '\n',
        '\r',
        '=',
        '+',
        '-',
        '@',
        '\t',
        ' ',
        'a',
        'é',
        '\u202e',
        '\ufeff',
        '😀',
      ),
    }),
    fc.constantFrom('', ' ', '"', '""', "'", '=HYPERLINK("x")', '\r\n', '\ufeffx', '<script>', '\u0000'),
  );

  test('any table of any text', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(hostile, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
      );
    fc.assert(
      fc.property(table, fc.boolean(), (rows, bom) => {
        const header = (rows[0] ?? []).map((_, i) => `Heading ${i}`);
        const visible = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
        const text = [...writeCsv(header, visible, { bom })].join('');
        const source = bom ? text.slice(1) : text;
        expect(cells(source, { delimiter: ',', headerLine: 1 })).toEqual(visible);
      }),
      { numRuns: 400 },
    );
  });

  test('an exported list is recognised without being told how it was written, through the bytes of a file', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !hasForbiddenCharacter(value));
    const row = fc.tuple(fc.constantFrom('9990000018', '9990000026'), text, fc.constant('01/02/1950'), text);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const written = [...writeCsv(['NHS number', 'Surname', 'Date of birth', 'Address'], rows, { bom: true })].join(
          '',
        );
        const table = readCsv(decodeText(Buffer.from(written)), { recognise: countKnownHeadings });
        expect(table.headerLine).toBe(1);
        expect([...table.rows()].map((item) => item.kind === 'row' && item.cells)).toEqual(rows);
      }),
    );
  });

  test('lines of rows are those of the file however it is cut into chunks', () => {
    const rows = fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (table, size) => {
        const text = [...writeCsv(['a', 'b'], table)].join('');
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
        const options = { delimiter: ',', headerLine: 1 };
        const cut = readCsv({ chunks: () => pieces.values() as Generator<string> }, options);
        // The header is looked for in the first chunk, so a tiny one may not hold it; the rows are the same.
        expect([...cut.rows()].map(({ line }) => line)).toEqual(items(text, options).map(({ line }) => line));
      }),
    );
  });
});
