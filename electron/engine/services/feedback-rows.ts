import type { FeedbackRow, FeedbackView } from '../../../shared/contract/feedback.ts';
import { answerDue, daysWaited, type FeedbackState, stepsTaken } from '../../../shared/domain/feedback-rules.ts';
import type { QueryContext, Session } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import {
  type FeedbackLine,
  type FeedbackRecord,
  feedbackLines,
  feedbackOfPerson,
  statesOfFeedback,
} from '../store/feedback.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { workersOf } from '../store/workers.ts';
import { named } from './caseload-rows.ts';

type NameOf = (worker: string) => string;

/** The state of a piece of feedback. */
export const stateOf = ({ state }: Pick<FeedbackRecord, 'state'>): FeedbackState => JSON.parse(state) as FeedbackState;

/** Whoever recorded it, and team leads. */
export const mayVoidFeedback = ({ workerId, roles }: Session, row: Pick<FeedbackRecord, 'recorded_by'>): boolean =>
  row.recorded_by === workerId || roles.includes('lead');

/** The feedback of a person as their page shows it. */
export function feedbackViews(context: QueryContext, personId: string): FeedbackView[] {
  const { read, session, today } = context;
  const rows = feedbackOfPerson(read, personId);
  const states = statesOfFeedback(read, personId);
  const steps = rows.map(({ id, state }) =>
    stepsTaken(states.get(id) ?? [state]).map((each) => JSON.parse(each) as FeedbackState),
  );
  const voids = rows.map(({ voided }) => parseJson<{ by: string; at: string; reason: string }>(voided));
  const nameOfWorker = names(read, [
    ...rows.map(({ recorded_by }) => recorded_by),
    ...steps.flat().map(({ by }) => by),
    ...voids.flatMap((voided) => (voided ? [voided.by] : [])),
  ]);
  return rows.map((row, index) => {
    const [, ...taken] = steps[index] ?? [];
    const voided = voids[index] ?? null;
    return {
      ...saidOf(row, taken.find(({ status }) => status !== 'open')?.on ?? null, nameOfWorker, today),
      heads: shownHeads(read, row),
      steps: taken.map((each) => stepView(each, nameOfWorker)),
      voided: voided && { ...voided, by: nameOfWorker(voided.by) },
      mayVoid: voided === null && mayVoidFeedback(session, row),
    };
  });
}

/** Rows of the list of feedback. */
export function feedbackRows({ read, today }: QueryContext, ids: readonly string[]): FeedbackRow[] {
  const lines = feedbackLines(read, ids);
  const nameOfWorker = names(
    read,
    lines.flatMap((line) => [line.recorded_by, stateOf(line).by]),
  );
  return lines.map((line) => {
    const state = stateOf(line);
    return {
      ...saidOf(line, state.status === 'open' ? null : state.on, nameOfWorker, today),
      last: state.note === undefined && state.status === 'open' ? null : stepView(state, nameOfWorker),
      person: personOf(line),
      neighbourhood: { id: line.neighbourhood_id, name: line.neighbourhood ?? '' },
      coordinator: named(line.coordinator_id, line.coordinator),
    };
  });
}

function names(read: QueryContext['read'], ids: readonly string[]): NameOf {
  const worker = workersOf(read, ids);
  return (id) => worker(id)?.name ?? '';
}

const stepView = ({ status, on, by, note = '' }: FeedbackState, nameOfWorker: NameOf) => ({
  status,
  on,
  by: nameOfWorker(by),
  note,
});

const personOf = (line: FeedbackLine): FeedbackRow['person'] => ({
  id: line.person_id,
  name: nameOf(line.name),
  birth: parseJson<NonNullable<FeedbackRow['person']['birth']>>(line.birth),
  nhsNumber: line.nhs_number,
});

function saidOf(row: FeedbackRecord, answeredOn: string | null, nameOfWorker: NameOf, today: string) {
  const { status } = stateOf(row);
  return {
    id: row.id,
    kind: row.kind,
    words: row.words,
    saidBy: row.said_by,
    receivedOn: row.received_on,
    recordedBy: nameOfWorker(row.recorded_by),
    status,
    days: daysWaited(row.received_on, answeredOn, today),
    dueOn: status === 'open' && answeredOn === null ? answerDue(row.kind, row.received_on) : null,
  };
}
