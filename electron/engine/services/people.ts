import type { people as contract } from '../../../shared/contract/people.ts';
import { addYears } from '../../../shared/domain/british-date.ts';
import { tierOverrideSchema } from '../../../shared/domain/person-fields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services, Session } from '../context.ts';
import type { ReadHandle } from '../store/handles.ts';
import { unfinishedCasesOf } from '../store/people.ts';
import { fieldOf } from '../store/person-columns.ts';
import { belongsTo, contestedHeads, flagCode, isPersonEntity, type PersonEntity } from '../store/person-entities.ts';
import { currentPerson } from './current-person.ts';
import { editedColumns } from './person-edit.ts';
import { maySeeFlag } from './restricted.ts';

type Commands =
  | 'people.edit'
  | 'people.resolveConflict'
  | 'people.void'
  | 'people.overrideTier'
  | 'people.clearTierOverride';

/** Changes to a person's own row. */
export const people: Pick<Services<typeof contract>, Commands> = {
  'people.edit': (context, { personId, patch, heads }) => {
    const person = currentPerson(context.read, personId);
    const changed = context.journal.update('people', personId, editedColumns(context, person, patch), heads);
    const contested = new Set(contestedHeads(context.read, [personId]).map(({ field }) => field));
    return {
      changed: changed.map(fieldName),
      contested: changed.filter((column) => contested.has(column)).map(fieldName),
    };
  },
  'people.resolveConflict': (context, { personId, entity, row, field, keep }) => {
    const { read, session, journal } = context;
    if (!isPersonEntity(entity) || !belongsTo(read, entity, row, personId) || !maySeeRow(read, session, entity, row))
      throw new AppError('not-found', 'This entry is not part of the record. Open the person again.');
    const head = contestedHeads(read, [row]).find(({ change, field: name }) => change === keep && name === field);
    if (!head)
      throw new AppError(
        'conflict',
        'Somebody has settled this meanwhile. Open the person again to see what stands now.',
      );
    const value = (JSON.parse(head.patch) as Record<string, string | number | null>)[field] ?? null;
    journal.resolve(entity, row, field, value);
    return {};
  },
  'people.void': ({ read, journal, session, now }, { personId, reason }) => {
    currentPerson(read, personId);
    if (unfinishedCasesOf(read, personId).length > 0)
      throw new AppError('rule', 'This person has a case that is not closed. Close it first, then void the record.');
    journal.update('people', personId, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    return {};
  },
  'people.overrideTier': (context, { personId, tier, reason, until }) => {
    currentPerson(context.read, personId);
    checkUntil(context, until);
    const override = tierOverrideSchema.parse({
      tier,
      reason,
      until,
      by: context.session.workerId,
      at: context.now,
    });
    context.journal.update('people', personId, { tier_override: JSON.stringify(override) });
    return {};
  },
  'people.clearTierOverride': ({ read, journal }, { personId }) => {
    currentPerson(read, personId);
    journal.update('people', personId, { tier_override: null });
    return {};
  },
};

/** Rows of restricted flags are not there for those who may not know of them. */
function maySeeRow(read: ReadHandle, session: Session, entity: PersonEntity, row: string): boolean {
  if (entity !== 'flags') return true;
  const code = flagCode(read, row);
  return code !== undefined && maySeeFlag(session, code);
}

const fieldName = (column: string): string => fieldOf(column) ?? column;

function checkUntil({ today }: CommandContext, until: string): void {
  const message =
    until < today
      ? 'The day has passed'
      : until > addYears(today, 1)
        ? 'Set it for a year at most, then look at it again'
        : null;
  if (message)
    throw new AppError('bad-input', 'The need tier cannot be set until that day. Choose another.', [
      { path: 'until', message },
    ]);
}
