import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import { can } from '../../../shared/domain/permissions.ts';
import type { PromptLimits } from '../../../shared/domain/prompt-limits.ts';
import type { QueryContext, Session } from '../context.ts';
import type { CaseloadExplanation } from '../derived/caseload.ts';
import { type CaseloadLine, caseloadLines } from '../store/caseload-lines.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { limitsIn, promptsIn } from './prompt-cases.ts';
import { maySeeFlag, orderedFlagCodes } from './restricted.ts';

/** Rows of lists for cases, in the order of their ids. Flags that the worker may not know of are left out. */
export function caseloadRows(context: QueryContext, ids: readonly string[]): CaseloadRow[] {
  if (ids.length === 0) return [];
  const limits = limitsIn(context);
  return caseloadLines(context.read, ids).map((line) => caseloadRowOf(line, context, limits));
}

/** One row from its stored line. */
export function caseloadRowOf(line: CaseloadLine, context: QueryContext, limits: PromptLimits): CaseloadRow {
  const { session } = context;
  const { contributions, missing, override, due } = JSON.parse(line.explanation) as CaseloadExplanation;
  return {
    caseId: line.case_id,
    person: casePersonOf(line),
    status: line.status,
    openedOn: line.opened_on,
    neighbourhood: { id: line.neighbourhood_id, name: line.neighbourhood ?? '' },
    need: { tier: line.tier, points: line.points, contributions: [...contributions], missing: [...missing], override },
    lastContactAt: line.last_contact_at,
    nextPlannedAt: line.next_planned_at,
    due:
      line.next_due_on === null
        ? null
        : { on: line.next_due_on, sentence: due?.sentence ?? '', basis: due?.basis ?? '' },
    missedInRow: line.missed_in_row,
    flags: flagsFor(session, line.flags),
    segments: JSON.parse(line.segments) as string[],
    coordinator: named(line.coordinator_id, line.coordinator),
    behaviourist: named(line.behaviourist_id, line.behaviourist),
    practice: named(line.practice_id, line.practice),
    transfer:
      line.transfer_to === null
        ? null
        : { to: line.transfer_to === 'anyone' ? null : named(line.transfer_to, line.transfer_worker) },
    prompts: promptsIn(line, context, limits).map(({ id, sentence, severity }) => ({ id, sentence, severity })),
  };
}

/** The codes of a stored list of flags that a worker may know of. */
function flagsFor(session: Session, stored: string): string[] {
  const codes = JSON.parse(stored) as string[];
  const known = can(session.roles, 'restricted.read') ? codes : codes.filter((code) => maySeeFlag(session, code));
  return orderedFlagCodes(known.map((code) => ({ code })));
}

/** Somebody in a list of cases from their stored columns. */
export function casePersonOf(
  line: Pick<CaseloadLine, 'person_id' | 'name' | 'birth' | 'death' | 'nhs_number' | 'address'>,
): CaseloadRow['person'] {
  const death = parseJson<{ date?: string }>(line.death);
  const address = parseJson<{ lines?: string[]; postcode?: string }>(line.address);
  const place = [address?.lines?.[0] ?? '', address?.postcode ?? ''].filter((part) => part !== '');
  return {
    id: line.person_id,
    name: nameOf(line.name),
    birth: parseJson<NonNullable<CaseloadRow['person']['birth']>>(line.birth),
    died: death && (death.date ?? true),
    nhsNumber: line.nhs_number,
    address: place.length > 0 ? place.join(', ') : null,
  };
}

/** An id with the name it stands for; a row that has not come to this device yet has none. */
export function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? 'Not on this device yet' };
}
