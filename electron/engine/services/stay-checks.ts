import { formatDate } from '../../../shared/domain/british-date.ts';
import { checkStay, overlaps, type StayDraft, stayWords } from '../../../shared/domain/stay-rules.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import type { ReadHandle } from '../store/handles.ts';
import { findStay, type StayRow, staysOfPerson, stayTarget } from '../store/stays.ts';
import type { Problem } from './contact-checks.ts';

const notHere = 'This entry is no longer there. Go back and open it again.';
type Target = NonNullable<ReturnType<typeof stayTarget>>;

/** Where something new about a person belongs; the record must be in use. */
export function requireInUse(read: ReadHandle, personId: string): Target {
  const target = stayTarget(read, personId);
  if (!target) throw new AppError('not-found', notHere);
  if (target.merged_into)
    throw new AppError('rule', 'This record was merged into another. Open that one and record it there.');
  if (target.voided) throw new AppError('rule', 'This record was registered in error. Nothing can be added to it.');
  return target;
}

/** A stay that is not void. */
export function requireStay(read: ReadHandle, id: string): StayRow {
  const stay = findStay(read, id);
  if (!stay) throw new AppError('not-found', notHere);
  if (stay.voided)
    throw new AppError(
      'rule',
      'This stay was recorded in error. It stays in the history, and nothing more can be changed.',
    );
  return stay;
}

/** Everything that speaks against a stay of this person: its own dates, and other stays of theirs. */
export function stayProblems(
  { read, today }: Pick<QueryContext, 'read' | 'today'>,
  personId: string,
  draft: StayDraft,
  except: string | null,
): Problem[] {
  const target = stayTarget(read, personId);
  const own = checkStay(draft, { born: target?.born ?? null, died: target?.died ?? null }, today);
  if (own.length > 0) return own;
  const other = staysOfPerson(read, personId).find(
    (row) =>
      row.id !== except &&
      row.voided === null &&
      row.kind === draft.kind &&
      overlaps(draft, { admittedOn: row.admitted_on, dischargedOn: row.discharged_on }),
  );
  return other ? [{ path: 'admittedOn', message: overlapWords(other) }] : [];
}

function overlapWords({ kind, admitted_on, discharged_on }: StayRow): string {
  const what = `${stayWords(kind)} from ${formatDate(admitted_on)}`;
  return discharged_on === null
    ? `${what} is still open: record the discharge there first, or correct the date`
    : `${what} to ${formatDate(discharged_on)} is on record already: correct one of the dates`;
}
