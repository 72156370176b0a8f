import type { instruments as contract } from '../../../shared/contract/instruments.ts';
import type { Instrument } from '../../../shared/domain/instrument-definition.ts';
import { answerProblems, scoreOf } from '../../../shared/domain/instrument-scoring.ts';
import { instrumentOf } from '../../../shared/domain/instruments.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, QueryContext, Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { unknownWorker, workersById } from '../store/colleagues.ts';
import { openCasesOf } from '../store/contacts.ts';
import { dropDraft, listDrafts } from '../store/drafts.ts';
import { findResult, type ResultRow, resultsOf, safetyTasks } from '../store/instruments.ts';
import { parseJson } from '../store/person-columns.ts';
import { changesOfRow, contestedFields } from '../store/row-changes.ts';
import { refuse, requireTarget } from './contact-checks.ts';
import { contactPersonOf, likelyCase } from './contact-prepare.ts';
import { answersOf, resultViewOf, type Safety } from './instrument-results.ts';

/** A clock on another device may be a little ahead. */
const clockSlack = 5 * 60_000;
/** A draft's key is the person's id, a hyphen and the instrument. */
const draftKind = 'instrument';
/** Stands in lists of tasks, so it says nothing of what was answered. */
const safetyWords = 'Safety follow-up after an assessment';

export const instruments: Services<typeof contract> = {
  'instruments.open': ({ read, session }, { personId }) => {
    const rows = resultsOf(read, personId);
    const current = rows.filter(({ voided }) => voided === null);
    const workers = workersById(
      read,
      current.map(({ taken_by }) => taken_by),
    );
    const drafts = listDrafts(read, session.workerId).flatMap(({ kind, key, updatedAt }) =>
      kind === draftKind && key.startsWith(`${personId}-`)
        ? [{ instrument: key.slice(personId.length + 1), updatedAt }]
        : [],
    );
    return {
      person: contactPersonOf(read, personId),
      drafts,
      results: current.map((row) => resultViewOf(row, (id) => workers.get(id) ?? unknownWorker(id))),
      voided: rows.length - current.length,
    };
  },
  'instruments.result': (context, { resultId }) => {
    const { read, session } = context;
    const row = findResult(read, resultId);
    if (!row) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
    const safety = safetyOf(context, row);
    const voided = parseJson<{ by: string; at: string; reason: string }>(row.voided);
    const workers = workersById(read, [row.taken_by, ...safety.map(({ by }) => by), ...(voided ? [voided.by] : [])]);
    const worker = (id: string) => workers.get(id) ?? unknownWorker(id);
    return {
      person: contactPersonOf(read, row.person_id),
      result: resultViewOf(row, worker),
      heads: shownHeads(read, row),
      answers: answersOf(row),
      alert: row.alert,
      safety: safety.map(({ by, ...rest }) => ({ ...rest, by: worker(by).name })),
      note: row.note ?? '',
      voided: voided && { ...voided, by: worker(voided.by).name },
      mayVoid: voided === null && (row.taken_by === session.workerId || session.roles.includes('lead')),
    };
  },
  'instruments.record': (context, { personId, instrument: id, takenAt, answers, note, safety }) => {
    const { read, write, journal, session, now } = context;
    const instrument = requireEnterable(id);
    refuse(answerProblems(instrument, answers).map(({ item, message }) => ({ path: `answers.${item}`, message })));
    if (Date.parse(takenAt) > Date.parse(now) + clockSlack)
      refuse([{ path: 'takenAt', message: 'Enter when it was filled in: today or earlier' }]);
    const { score, band, alert } = scoreOf(instrument, answers);
    if (safety !== '' && alert === null)
      refuse([{ path: 'safety', message: 'No answer asks for this. Write it into the note' }]);
    const caseId = likelyCase(openCasesOf(read, personId), session);
    const scope = requireTarget(read, personId, caseId, takenAt);
    const resultId = journal.insert(
      'instrument_results',
      {
        person_id: personId,
        case_id: caseId,
        instrument: instrument.id,
        version: instrument.version,
        taken_at: takenAt,
        taken_by: session.workerId,
        answers: JSON.stringify(answers),
        score,
        band,
        alert,
        safety: safety === '' ? null : safetyText(context, safety),
        note: note || null,
      },
      scope,
    );
    const later = alert !== null && safety === '';
    const taskId = later ? safetyTask(context, { personId, caseId, scope, resultId }) : null;
    dropDraft(write, { worker: session.workerId, kind: draftKind, key: `${personId}-${instrument.id}` });
    return { resultId, score, band, taskId };
  },
  'instruments.recordSafety': (context, { resultId, heads, note }) => {
    const row = requireResult(context, resultId);
    if (row.alert === null)
      throw new AppError('rule', 'No answer of this assessment asks for a safety record. Nothing was changed.');
    context.journal.update('instrument_results', resultId, { safety: safetyText(context, note) }, heads);
    endTasks(context, resultId, 'done', 'Recorded with the assessment');
    return {};
  },
  'instruments.void': (context, { resultId, reason }) => {
    const { journal, session, now } = context;
    const row = requireResult(context, resultId);
    if (row.taken_by !== session.workerId && !session.roles.includes('lead'))
      throw new AppError('not-allowed', 'Only the worker who entered this or a team lead can void it.');
    const voided = JSON.stringify({ by: session.workerId, at: now, reason });
    journal.update('instrument_results', resultId, { voided });
    endTasks(context, resultId, 'cancelled', 'The assessment was entered in error');
    return {};
  },
};

/** An instrument that is filled in or entered here. */
function requireEnterable(id: string): Instrument {
  const instrument = instrumentOf(id);
  if (!instrument)
    throw new AppError('bad-input', 'There is no such instrument in this version.', [
      { path: 'instrument', message: 'is not an instrument' },
    ]);
  if (instrument.entry === 'imported')
    throw new AppError('rule', `${instrument.name} comes with an import from the GP system. It is never entered here.`);
  return instrument;
}

/** A sitting that is not void. */
function requireResult({ read }: QueryContext, id: string): ResultRow {
  const row = findResult(read, id);
  if (!row) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
  if (row.voided)
    throw new AppError('rule', 'This entry is void. It stays in the history, and nothing more can be changed.');
  return row;
}

const safetyText = ({ session, now }: CommandContext, note: string): string =>
  JSON.stringify({ on: now, by: session.workerId, note } satisfies Safety);

/** What was recorded for safety; each of several when devices recorded it at the same time. */
function safetyOf({ read }: QueryContext, row: ResultRow): Safety[] {
  const heads = contestedFields(read, 'instrument_results', row.id).get('safety');
  if (!heads) return row.safety === null ? [] : [JSON.parse(row.safety) as Safety];
  const changes = new Map(changesOfRow(read, row.id).map((change) => [change.id, change.patch.safety]));
  return heads.flatMap((head) => {
    const text = changes.get(head);
    return typeof text === 'string' ? [JSON.parse(text) as Safety] : [];
  });
}

/** An urgent task of the worker for today: safety is not left to memory. */
function safetyTask(
  { journal, session, now, today }: CommandContext,
  of: { personId: string; caseId: string | null; scope: string; resultId: string },
): string {
  return journal.insert(
    'tasks',
    {
      person_id: of.personId,
      case_id: of.caseId,
      neighbourhood_id: of.scope,
      owner_id: session.workerId,
      words: safetyWords,
      due_on: today,
      priority: 'urgent',
      origin_kind: 'safety',
      origin_id: of.resultId,
      created_at: now,
      created_by: session.workerId,
      state: JSON.stringify({ status: 'open', on: now, by: session.workerId }),
    },
    of.scope,
  );
}

function endTasks(
  { read, journal, session, now }: CommandContext,
  resultId: string,
  status: 'done' | 'cancelled',
  outcome: string,
) {
  for (const id of safetyTasks(read, resultId))
    journal.update('tasks', id, { state: JSON.stringify({ status, on: now, by: session.workerId, outcome }) });
}
