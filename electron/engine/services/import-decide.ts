import type { z } from 'zod';
import type { imports as contract } from '../../../shared/contract/imports.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import type { ParsedPerson } from '../imports/parsed-person.ts';
import { decideRow, linesOfOutcome, rowsByLines, type StoredImportRow, tallyRows } from '../store/import-rows.ts';
import type { StoredMapping } from '../store/imports.ts';
import { findPerson } from '../store/people.ts';
import { type ListPlaces, mayChange, placesOfList } from './import-places.ts';
import type { StoredCandidate } from './import-stage.ts';
import { effectOf, requireState } from './import-view.ts';

type Asked = z.output<(typeof contract)['imports.decide']['input']>;
type Decided = Pick<StoredImportRow, 'line' | 'decision' | 'person_id' | 'of_line'>;

const atOnce = 500;

/**
 * Writes what was decided about rows. Rows named by line must all allow it; of "all" those are passed over that do not.
 * @throws AppError `rule`, `not-found`
 */
export function decideRows(context: CommandContext, { importId, rows, decision }: Asked) {
  const stored = requireState(context, importId, 'preview');
  const { neighbourhoodId } = JSON.parse(stored.mapping) as StoredMapping;
  const places = placesOfList(context, neighbourhoodId);
  const lines = 'lines' in rows ? rows.lines : linesOfOutcome(context.read, importId, rows.all);
  let decided = 0;
  for (let from = 0; from < lines.length; from += atOnce) {
    const found = rowsByLines(context.read, importId, lines.slice(from, from + atOnce));
    for (const row of found) {
      const result = decisionFor(context, places, row, decision);
      if (typeof result !== 'string') {
        decideRow(context.write, importId, result);
        decided += 1;
      } else if ('lines' in rows) throw new AppError('rule', result);
    }
  }
  if ('lines' in rows && decided === 0)
    throw new AppError('not-found', 'These rows are not part of the preview. Open the import again.');
  return { decided, effect: effectOf(tallyRows(context.read, importId)) };
}

/** What stands in the row after the decision, or why it is not possible. */
function decisionFor(
  context: CommandContext,
  places: ListPlaces,
  row: StoredImportRow,
  decision: Asked['decision'],
): Decided | string {
  const { line, outcome } = row;
  const isDuplicate = outcome === 'duplicate';
  if (!isDuplicate && outcome !== 'create' && outcome !== 'update')
    return `There is nothing to decide about line ${line}.`;
  const whole = { line, decision: null, person_id: isDuplicate ? null : row.person_id, of_line: null };
  if (decision.kind === 'none') return whole;
  if (decision.kind === 'skip') return { ...whole, decision: 'skip' };
  if (!isDuplicate)
    return decision.kind === 'create' && outcome === 'create'
      ? whole
      : `Line ${line} is not a possible duplicate: it can only be taken in as it is or left out.`;
  if (decision.kind === 'create') {
    const place = places.forNew(JSON.parse(row.person ?? '{}') as ParsedPerson);
    if ('problem' in place) return `Line ${line}: ${place.problem.message}`;
    return { ...whole, decision: 'create', person_id: context.newId() };
  }
  return linkTo(context, row, decision);
}

function linkTo(
  context: CommandContext,
  { line, candidates }: StoredImportRow,
  { personId, line: ofLine }: Extract<Asked['decision'], { kind: 'link' }>,
): Decided | string {
  const all = JSON.parse(candidates ?? '[]') as StoredCandidate[];
  const isAny = personId === undefined && ofLine === undefined;
  const chosen = all.find(
    (candidate) => isAny || (personId ? candidate.personId === personId : candidate.line === ofLine),
  );
  if (!chosen) return `Line ${line} was not compared with that record. Choose one of those that are shown.`;
  if (chosen.line !== undefined) return { line, decision: 'link', person_id: null, of_line: chosen.line };
  const person = chosen.personId === undefined ? undefined : findPerson(context.read, chosen.personId);
  if (!person || person.voided !== null || person.merged_into !== null)
    return `Line ${line}: that record is no longer in use. Go through the list again.`;
  if (!mayChange(context, person))
    return `Line ${line}: that person is looked after by another team. Open the person with a reason first, or leave the row out.`;
  return { line, decision: 'link', person_id: person.id, of_line: null };
}
