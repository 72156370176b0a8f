import type { stays as contract } from '../../../shared/contract/stays.ts';
import { day91Due, type StayDraft } from '../../../shared/domain/stay-rules.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services } from '../context.ts';
import { findCase } from '../store/cases.ts';
import { workersById } from '../store/colleagues.ts';
import { dropDraft } from '../store/drafts.ts';
import { contactOnDay, findStayCheck, type StayRow, tasksByOrigin, usualProviders } from '../store/stays.ts';
import { requireAuthor } from './authorship.ts';
import { cases } from './cases.ts';
import { refuse, requireWorkers } from './contact-checks.ts';
import { requireInUse, requireStay, stayProblems } from './stay-checks.ts';
import { type StayPatch, stayColumns, storedDraft } from './stay-columns.ts';
import { endStay, recordStay } from './stay-entries.ts';
import { followUpOf, settleFollowUp, settleStored, voidTask } from './stay-follow-up.ts';
import { awayCsv, awayList } from './stay-list.ts';
import { stayViews } from './stay-rows.ts';
import { undoStay } from './stay-undo.ts';

export const stays: Services<typeof contract> = {
  'stays.ofPerson': (context, { personId }) => ({
    stays: stayViews(context, personId),
    providers: usualProviders(context.read),
  }),
  'stays.admit': (context, { personId, hold, ...fields }) => {
    requireInUse(context.read, personId);
    refuse(stayProblems(context, personId, { ...unfinished, ...fields }, null));
    if (hold) requireCaseOf(context, hold.caseId, personId);
    const { stayId } = recordStay(context, personId, fields);
    forget(context, 'stay-admit', personId);
    if (hold) {
      const reason = fields.kind === 'care-home' ? 'respite' : 'in-hospital';
      cases['cases.hold'](context, { caseId: hold.caseId, reason, reviewOn: hold.reviewOn, note: '' });
    }
    return { stayId };
  },
  'stays.amend': (context, { stayId, heads, patch }) => {
    const stay = requireStay(context.read, stayId);
    const after = { ...storedDraft(stay), ...given(patch) };
    refuse(prefixed(stayProblems(context, stay.person_id, after, stayId)));
    const changed = context.journal.update('stays', stayId, stayColumns(patch), heads);
    settleFollowUp(context, stay, { ...after, mentalHealth: patch.mentalHealth ?? stay.mental_health === 1 });
    forget(context, 'stay-amend', stayId);
    return { changed };
  },
  'stays.discharge': (context, { stayId, heads, dischargedOn, destination, followUpBy, resume }) => {
    const { read } = context;
    const stay = requireStay(read, stayId);
    if (stay.discharged_on !== null)
      throw new AppError('conflict', 'The discharge is on record already. Look at the stay again to correct it.');
    const after: StayDraft = { ...storedDraft(stay), dischargedOn, destination };
    refuse(stayProblems(context, stay.person_id, after, stayId));
    const [owner = null] = followUpBy === null ? [] : requireWorkers(read, [followUpBy], '', 'followUpBy');
    const followUp = endStay(context, stay, { after }, heads, owner);
    forget(context, 'stay-discharge', stayId);
    if (resume) {
      requireCaseOf(context, resume, stay.person_id);
      cases['cases.resume'](context, { caseId: resume });
    }
    if (!followUp) return { followUp: null };
    const { dueOn, taskId, ownerId } = followUp;
    return { followUp: { dueOn, taskId, owner: workersById(read, [ownerId]).get(ownerId)?.name ?? '' } };
  },
  'stays.undo': (context, { stayId }) => undoStay(context, requireStay(context.read, stayId)),
  'stays.void': (context, { stayId, reason }) => {
    const { read, journal, session, now } = context;
    const stay = requireStay(read, stayId);
    requireAuthor(session, stay.recorded_by);
    journal.update('stays', stayId, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    const task = tasksByOrigin(read, [stayId]).get(stayId);
    if (task?.status === 'open') voidTask(context, task.id, 'The stay was recorded in error.');
    return {};
  },
  'stays.tick': (context, { stayId, item, how }) => {
    const { read, journal, session, today } = context;
    const stay = requireStay(read, stayId);
    const result = how && JSON.stringify({ how, on: today, by: session.workerId });
    const id = `${stayId}-${item}`;
    if (findStayCheck(read, id)) journal.update('stay_checks', id, { result });
    else if (result)
      journal.insert('stay_checks', { id, person_id: stay.person_id, stay_id: stayId, item, result }, stay.scope);
    return {};
  },
  'stays.followUp': (context, { stayId, heads, on }) => {
    const { read, journal, session, today, now } = context;
    const stay = requireStay(read, stayId);
    const kept = followUpOf(stay);
    if (!kept || stay.discharged_on === null)
      throw new AppError('rule', 'This stay asks for no follow-up. Log a contact to record that the person was seen.');
    if (on !== null && (on < stay.discharged_on || on > today))
      refuse([{ path: 'on', message: 'Enter a day from the discharge up to today' }]);
    const contact = on === null ? null : contactOnDay(read, stay.person_id, on);
    const done = { done_on: on ?? undefined, by: session.workerId, ...(contact && { contact_id: contact }) };
    const follow_up = JSON.stringify({ due_on: kept.due_on, ...(on !== null && done) });
    journal.update('stays', stayId, { follow_up }, heads);
    const task = tasksByOrigin(read, [stayId]).get(stayId);
    const status = on === null ? 'open' : 'done';
    if (task && task.status !== status)
      journal.update('tasks', task.id, {
        state: JSON.stringify({ status, on: now, by: session.workerId, ...(on && { outcome: 'Followed up.' }) }),
      });
    else if (!task && on === null) settleStored(context, { ...stay, follow_up });
    return {};
  },
  'stays.day91': ({ read, journal, session, today }, { stayId, heads, outcome }) => {
    const stay = requireStay(read, stayId);
    const due = day91Due(stay.kind, stay.admitted_on);
    if (due === null) throw new AppError('rule', 'Only reablement is asked about on day 91.');
    if (due > today) throw new AppError('rule', 'Day 91 has not come yet. Answer on that day or later.');
    const day91 = outcome && JSON.stringify({ outcome, on: today, by: session.workerId });
    journal.update('stays', stayId, { day91 }, heads);
    return {};
  },
  'stays.list': (context, { offset, limit, ...filter }) => {
    const { rows, ...rest } = awayList(context, filter);
    return { ...rest, total: rows.length, rows: rows.slice(offset, offset + limit) };
  },
  'stays.exportList': (context, filter) => {
    const { rows } = awayList(context, filter);
    return {
      file: { name: `stays-${context.today}.csv`, mime: 'text/csv', bytes: awayCsv(rows) },
      rows: rows.length,
    };
  },
};

/** What was typed of an entry is on record now. */
const forget = ({ write, session }: CommandContext, kind: string, key: string) =>
  dropDraft(write, { worker: session.workerId, kind, key });

/** What a stay that has just begun does not say yet. */
const unfinished = { readyOn: null, delay: null, dischargedOn: null, destination: null };

const given = (patch: StayPatch): Partial<StayDraft> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

const prefixed = (problems: readonly { path: string; message: string }[]) =>
  problems.map(({ path, message }) => ({ path: `patch.${path}`, message }));

function requireCaseOf({ read }: CommandContext, caseId: string, personId: StayRow['person_id']): void {
  if (findCase(read, caseId)?.person_id !== personId)
    throw new AppError('rule', 'That case is of somebody else. Close this and open it again.');
}
