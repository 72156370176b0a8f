import type { z } from 'zod';
import type { discharges as contract } from '../../../shared/contract/discharges.ts';
import { mostDischarges } from '../../../shared/contract/discharges.ts';
import { isDischargeField } from '../../../shared/domain/discharge-fields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ProcedureContext } from '../context.ts';
import { audit, requireOpen, transact } from '../engine.ts';
import { type CsvTable, readCsv } from '../imports/csv.ts';
import { decodeText, unreadable } from '../imports/decode.ts';
import { countDischargeHeadings, proposeColumns } from '../imports/discharge-columns.ts';
import { headerSignature } from '../imports/mapping.ts';
import { addList } from '../store/discharges.ts';
import { rememberedMapping } from '../store/imports.ts';

type Received = z.output<(typeof contract)['discharges.receive']['input']>;

/** Of a cell; whatever is longer than any field is cut when the row is read. */
const longestCell = 1000;

/** Lists with the same headings have the same columns; those of lists of people are remembered beside them. */
export const dischargeSignature = (headers: readonly string[]): string => `discharges:${headerSignature(headers)}`;

/**
 * Takes a list in: decodes it, finds its columns, keeps its rows in the encrypted store. Nothing is recorded by that.
 * @throws AppError `unreadable-file` with what to do about it
 */
export function receiveList({ engine, session, now }: ProcedureContext, { name, bytes }: Received): { listId: string } {
  if (!session) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
  const table = readCsv(decodeText(bytes), { recognise: countDischargeHeadings });
  if (table.headerLine === null)
    throw unreadable('The list has no headings. Export it again with a first row that names its columns.');
  const rows = rowsOf(table);
  const { store } = requireOpen(engine);
  const listId = engine.options.newId();
  const signature = dischargeSignature(table.headers);
  const kept = rememberedMapping(store, signature)?.targets;
  const mapping = kept
    ? table.headers.map((_, at) => (isDischargeField(kept[at]) ? kept[at] : null))
    : proposeColumns(table.headers);
  transact(engine, { actor: session.workerId, command: listId, session, now }, [], ({ write }) => {
    const list = {
      id: listId,
      name,
      worker_id: session.workerId,
      received_at: now,
      signature,
      headers: JSON.stringify(table.headers),
      mapping: JSON.stringify(mapping),
    };
    addList(write, list, rows);
    audit(engine, {
      action: 'discharge-list-received',
      object: listId,
      fields: `rows:${rows.length}`,
      outcome: 'done',
    });
  });
  return { listId };
}

function rowsOf(table: CsvTable) {
  const rows = [];
  for (const item of table.rows()) {
    if (rows.length >= mostDischarges)
      throw unreadable(`The list has more than ${mostDischarges} rows. Split it, for example by month.`);
    rows.push(
      item.kind === 'row'
        ? {
            line: item.line,
            cells: JSON.stringify(item.cells.map((cell) => cell.slice(0, longestCell))),
            problem: item.notice ?? null,
          }
        : { line: item.line, cells: null, problem: item.message },
    );
  }
  if (rows.length === 0) throw unreadable('The list has headings and no rows. Export it again with its contents.');
  return rows;
}
