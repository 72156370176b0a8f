import type { z } from 'zod';
import type { planFields } from '../../../shared/contract/contact-entry.ts';
import type { diary as contract, DiaryEntry } from '../../../shared/contract/diary.ts';
import { addDays, daysBetween } from '../../../shared/domain/british-date.ts';
import { startOfDay } from '../../../shared/domain/london-time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, QueryContext, Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { relationTo } from '../relationship.ts';
import { listColleagues, unknownWorker, workersById } from '../store/colleagues.ts';
import { columnsOf, fieldsOf, newContact, patched } from '../store/contact-columns.ts';
import { contactsWithoutOutcome, type DiaryRow, diaryContacts } from '../store/diary.ts';
import { contactProblems, refuse, requirePlanned, requireTarget, requireWorkers } from './contact-checks.ts';
import { contactPersonOf } from './contact-prepare.ts';

type PlanFields = { [F in keyof typeof planFields]: z.output<(typeof planFields)[F]> };

/** More days than this in one answer is no diary. */
const longestRange = 62;

export const diary: Services<typeof contract> = {
  'contacts.diary': (context, { from, to, workerId }) => {
    const { read, session, now, today } = context;
    if (to < from || daysBetween(from, to) > longestRange)
      refuse([{ path: 'to', message: `Show from 1 to ${longestRange} days` }]);
    const team = listColleagues(read, session.neighbourhoods, today);
    const whose = workerId ?? session.workerId;
    if (whose !== session.workerId && !team.some(({ id }) => id === whose))
      throw new AppError('not-allowed', 'You can see the diaries of your own teams only.');
    const range = { worker: whose, from: startOfDay(from), until: startOfDay(addDays(to, 1)) };
    const rows = diaryContacts(read, { ...range, team: team.map(({ id }) => id) });
    const overdue = contactsWithoutOutcome(read, whose, range.from < now ? range.from : now);
    const entries = diaryEntries(context, [...rows, ...overdue]);
    return {
      worker: team.find(({ id }) => id === whose) ?? workersById(read, [whose]).get(whose) ?? unknownWorker(whose),
      entries: entries.slice(0, rows.length),
      overdue: entries.slice(rows.length),
      colleagues: team.filter(({ id }) => id !== session.workerId),
    };
  },
  'contacts.plan': (context, { personId, caseId, workerId, ...fields }) => {
    const { read, session } = context;
    const whose = workerId ?? session.workerId;
    requireWorkers(read, [whose], session.workerId, 'workerId');
    const scope = requireTarget(read, personId, caseId, fields.startsAt);
    return { contactId: insertPlanned(context, { personId, caseId, workerId: whose, scope }, fields, '') };
  },
  'contacts.replan': ({ read, journal, session, now }, { contactId, heads, patch: { workerId, ...patch } }) => {
    const row = requirePlanned(read, contactId);
    if (workerId !== undefined) requireWorkers(read, [workerId], session.workerId, 'patch.workerId');
    const whose = workerId ?? row.worker_id;
    const checked = patch.jointWith && { jointWith: requireWorkers(read, patch.jointWith, whose, 'patch.jointWith') };
    // An appointment of this morning may still be given a note or a colleague; only a new time must lie ahead.
    if (patch.startsAt !== undefined) refuse(planProblems(patched(row, patch), now, 'patch.'));
    const columns = { ...columnsOf({ ...patch, ...checked }), ...(workerId !== undefined && { worker_id: workerId }) };
    return { changed: journal.update('contacts', contactId, columns, heads) };
  },
  'contacts.cancelPlanned': ({ read, journal, now }, { contactId, heads, attendance, cancellation, note }) => {
    const row = requirePlanned(read, contactId);
    const said = [row.note, note].filter(Boolean).join('\n\n');
    const outcome = { attendance, cancellation, note: said, minutes: null };
    refuse(contactProblems(patched(row, outcome), now));
    journal.update('contacts', contactId, columnsOf(outcome), heads);
    return {};
  },
};

/** Writes a planned contact after checking it; returns its id. `prefix` leads to its fields in the call's input. */
export function insertPlanned(
  { read, journal, now }: CommandContext,
  of: { personId: string; caseId: string | null; workerId: string; scope: string },
  fields: PlanFields,
  prefix: string,
): string {
  refuse(planProblems(fields, now, prefix));
  const jointWith = requireWorkers(read, fields.jointWith, of.workerId, `${prefix}jointWith`);
  return journal.insert('contacts', newContact(of, { ...fields, jointWith }), of.scope);
}

function planProblems(fields: PlanFields, now: string, prefix: string) {
  const nothing = {
    attendance: null,
    subject: null,
    cancellation: null,
    consultationType: null,
    activities: [],
    nextDueOn: null,
    behaviour: null,
    interventions: [],
  };
  return contactProblems({ ...fields, ...nothing }, now).map(({ path, message }) =>
    path === 'attendance'
      ? { path: `${prefix}startsAt`, message: 'Choose a time that is still to come' }
      : { path: prefix + path, message },
  );
}

/** Rows as a diary shows them. Whoever is not of this worker's teams is left unnamed. */
function diaryEntries({ read, session, now }: QueryContext, rows: DiaryRow[]): DiaryEntry[] {
  const workers = workersById(
    read,
    rows.flatMap((row) => [row.worker_id, ...(JSON.parse(row.joint_with) as string[])]),
  );
  const worker = (id: string) => workers.get(id) ?? unknownWorker(id);
  const people = new Map<string, DiaryEntry['person']>();
  const personOf = (id: string) => {
    let found = people.get(id);
    if (found === undefined) {
      found = relationTo(read, session, id, now) ? contactPersonOf(read, id) : null;
      people.set(id, found);
    }
    return found;
  };
  return rows.map((row) => {
    const person = personOf(row.person_id);
    const { startsAt, minutes, mechanism, location, purpose, attendance, note, jointWith } = fieldsOf(row);
    return {
      id: row.id,
      heads: attendance === null ? shownHeads(read, row) : {},
      ...{ startsAt, minutes, mechanism, location, purpose, attendance },
      note: person ? note : '',
      worker: worker(row.worker_id),
      jointWith: jointWith.map(worker),
      group: person ? row.title : null,
      caseId: row.case_id,
      person,
    };
  });
}
