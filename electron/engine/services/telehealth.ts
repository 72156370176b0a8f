import type { AlertView, telehealth as contract } from '../../../shared/contract/telehealth.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { dropDraft } from '../store/drafts.ts';
import type { ReadHandle } from '../store/handles.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import {
  type AlertLine,
  alertsOfPerson,
  type EnrolmentRow,
  enrolmentsOf,
  findAlert,
  findEnrolment,
  openAlerts,
} from '../store/telehealth.ts';
import { workersOf } from '../store/workers.ts';
import { requireAuthor } from './authorship.ts';
import { refuse, requireWorkers } from './contact-checks.ts';
import { requireInUse } from './stay-checks.ts';
import { voidTask } from './stay-follow-up.ts';

interface Ended {
  readonly on: string;
  readonly reason: string;
}

export const telehealth: Services<typeof contract> = {
  'telehealth.ofPerson': ({ read }, { personId }) => {
    const rows = enrolmentsOf(read, personId);
    const alerts = Map.groupBy(alertsOfPerson(read, personId), ({ enrolment_id }) => enrolment_id);
    const worker = workersOf(
      read,
      rows.map(({ recorded_by }) => recorded_by),
    );
    return {
      enrolments: rows.map((row) => ({
        id: row.id,
        heads: shownHeads(read, row),
        kit: row.kit,
        startedOn: row.started_on,
        ended: parseJson<Ended>(row.ended),
        note: row.note ?? '',
        recordedBy: worker(row.recorded_by)?.name ?? '',
        alerts: (alerts.get(row.id) ?? []).map(alertView),
      })),
    };
  },
  'telehealth.enrol': ({ read, write, journal, session, today }, { personId, kit, startedOn, note }) => {
    const target = requireInUse(read, personId);
    if (startedOn > today)
      refuse([{ path: 'startedOn', message: 'Enter the day on which the kit was set up: today or earlier' }]);
    if (target.died !== null && startedOn > target.died)
      refuse([{ path: 'startedOn', message: 'The person had died by then: check the date' }]);
    if (enrolmentsOf(read, personId).some((row) => row.kit === kit && row.ended === null))
      refuse([{ path: 'kit', message: 'The person has this kit already. End that entry first if it was replaced' }]);
    const row = { person_id: personId, kit, started_on: startedOn, note: note || null, recorded_by: session.workerId };
    dropDraft(write, { worker: session.workerId, kind: 'telehealth-kit', key: personId });
    return { enrolmentId: journal.insert('telehealth_enrolments', row, target.neighbourhood_id) };
  },
  'telehealth.end': ({ read, write, journal, session, today }, { enrolmentId, heads, ended }) => {
    const row = requireEnrolment(read, enrolmentId);
    if (ended && (ended.on < row.started_on || ended.on > today))
      refuse([{ path: 'ended.on', message: 'Enter a day from the start up to today' }]);
    journal.update('telehealth_enrolments', enrolmentId, { ended: ended && JSON.stringify(ended) }, heads);
    dropDraft(write, { worker: session.workerId, kind: 'telehealth-end', key: enrolmentId });
    return {};
  },
  'telehealth.void': (context, { enrolmentId, reason }) => {
    const { read, journal, session, now } = context;
    const row = requireEnrolment(read, enrolmentId);
    requireAuthor(session, row.recorded_by);
    const open = alertsOfPerson(read, row.person_id).some(
      (alert) => alert.enrolment_id === enrolmentId && alert.status === 'open',
    );
    if (open) throw new AppError('rule', 'An alert of this kit is still open. Finish it, or void it, first.');
    const voided = JSON.stringify({ by: session.workerId, at: now, reason });
    journal.update('telehealth_enrolments', enrolmentId, { voided });
    return {};
  },
  'telehealth.alert': (
    { read, write, journal, session, now, today, newId },
    { enrolmentId, words, ownerId, dueOn, priority },
  ) => {
    const row = requireEnrolment(read, enrolmentId);
    if (row.ended)
      throw new AppError('rule', 'This kit is no longer in use. Take its end back, or log a contact instead.');
    const target = requireInUse(read, row.person_id);
    const [owner] = ownerId === null ? [] : requireWorkers(read, [ownerId], '', 'ownerId');
    if (owner === undefined)
      refuse([{ path: 'ownerId', message: 'Say who looks after this alert: every alert has an owner' }]);
    if (dueOn < today) refuse([{ path: 'dueOn', message: 'Enter today or a day to come' }]);
    const alertId = newId();
    const taskId = journal.insert(
      'tasks',
      {
        person_id: row.person_id,
        case_id: target.case_id,
        neighbourhood_id: target.case_neighbourhood ?? target.neighbourhood_id,
        owner_id: owner ?? null,
        words,
        due_on: dueOn,
        priority,
        origin_kind: 'telehealth-alert',
        origin_id: alertId,
        created_at: now,
        created_by: session.workerId,
        state: JSON.stringify({ status: 'open', on: now, by: session.workerId }),
      },
      row.scope,
    );
    journal.insert(
      'telehealth_alerts',
      {
        id: alertId,
        person_id: row.person_id,
        enrolment_id: enrolmentId,
        raised_at: now,
        words,
        task_id: taskId,
        recorded_by: session.workerId,
      },
      row.scope,
    );
    dropDraft(write, { worker: session.workerId, kind: 'telehealth-alert', key: enrolmentId });
    return { alertId, taskId };
  },
  'telehealth.voidAlert': (context, { alertId, reason }) => {
    const { read, journal, session, now } = context;
    const alert = findAlert(read, alertId);
    if (!alert || alert.voided)
      throw new AppError('not-found', 'This alert is no longer there. Look at the page again.');
    requireAuthor(session, alert.recorded_by);
    journal.update('telehealth_alerts', alertId, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    if (alert.status === 'open') voidTask(context, alert.task_id, 'The alert was recorded in error.');
    return {};
  },
  'telehealth.openAlerts': ({ read, session }, { whose }) => ({
    rows: openAlerts(read, {
      worker: whose === 'mine' ? session.workerId : null,
      neighbourhoods: session.neighbourhoods,
      practices: session.practices,
    }).map((line) => ({ ...alertView(line), kit: line.kit, person: { id: line.person_id, name: nameOf(line.name) } })),
  }),
};

function alertView(line: AlertLine): AlertView {
  return {
    id: line.id,
    raisedAt: line.raised_at,
    words: line.words,
    taskId: line.task_id,
    owner: line.owner,
    dueOn: line.due_on,
    status: line.status ?? 'open',
    outcome: parseJson<{ outcome?: string }>(line.state)?.outcome ?? null,
  };
}

function requireEnrolment(read: ReadHandle, id: string): EnrolmentRow {
  const row = findEnrolment(read, id);
  if (!row || row.voided) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
  return row;
}
