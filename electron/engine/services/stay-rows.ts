import type { AwayRow, StayView } from '../../../shared/contract/stay-view.ts';
import { day91Due, daysLost, daysStayed } from '../../../shared/domain/stay-rules.ts';
import type { QueryContext } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { type AwayLine, doneOnOf, type StayRow, stayChecksOf, staysOfPerson, tasksByOrigin } from '../store/stays.ts';
import { workersOf } from '../store/workers.ts';
import { named } from './caseload-rows.ts';
import { delayOf } from './stay-columns.ts';
import { followUpOf } from './stay-follow-up.ts';

type Task = ReturnType<typeof tasksByOrigin> extends Map<string, infer T> ? T : never;

interface Ticked {
  readonly how: string;
  readonly on: string;
  readonly by: string;
}

/** The stays of a person as their page shows them. */
export function stayViews({ read, today }: QueryContext, personId: string): StayView[] {
  const rows = staysOfPerson(read, personId);
  const checks = stayChecksOf(read, personId).flatMap(({ stay_id, item, result }) => {
    const ticked = parseJson<Ticked>(result);
    return ticked ? [{ stay_id, item, ...ticked }] : [];
  });
  const voids = rows.map(({ voided }) => parseJson<{ by: string; at: string; reason: string }>(voided));
  const worker = workersOf(read, [
    ...rows.map(({ recorded_by }) => recorded_by),
    ...checks.map(({ by }) => by),
    ...voids.map((voided) => voided?.by ?? null),
  ]);
  const nameOfWorker = (id: string) => worker(id)?.name ?? '';
  const tasks = tasksByOrigin(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map((row, index) => {
    const voided = voids[index] ?? null;
    return {
      ...factsOf(row, tasks.get(row.id), today),
      heads: shownHeads(read, row),
      reason: row.reason ?? '',
      checklist: checks
        .filter(({ stay_id }) => stay_id === row.id)
        .map(({ item, how, on, by }) => ({ item, how, on, by: nameOfWorker(by) })),
      recordedBy: nameOfWorker(row.recorded_by),
      voided: voided && { ...voided, by: nameOfWorker(voided.by) },
    };
  });
}

/** Rows of the list of who is away. */
export function awayRows({ read, today }: QueryContext, lines: readonly AwayLine[]): AwayRow[] {
  const tasks = tasksByOrigin(
    read,
    lines.map(({ id }) => id),
  );
  return lines.map((line) => ({
    ...factsOf(line, tasks.get(line.id), today),
    person: {
      id: line.person_id,
      name: nameOf(line.name),
      birth: parseJson<NonNullable<AwayRow['person']['birth']>>(line.birth),
      nhsNumber: line.nhs_number,
    },
    neighbourhood: { id: line.neighbourhood_id, name: line.neighbourhood ?? '' },
    coordinator: named(line.coordinator_id, line.coordinator),
  }));
}

function factsOf(row: StayRow, task: Task | undefined, today: string) {
  const followUp = followUpOf(row);
  const delay = delayOf(row);
  const due = day91Due(row.kind, row.admitted_on);
  return {
    id: row.id,
    kind: row.kind,
    provider: row.provider ?? '',
    ward: row.ward ?? '',
    emergency: row.emergency === 1,
    mentalHealth: row.mental_health === 1,
    admittedOn: row.admitted_on,
    expectedOn: row.expected_on,
    readyOn: row.ready_on,
    delay: delay && { reason: delay.reason, note: delay.note ?? '' },
    dischargedOn: row.discharged_on,
    destination: row.destination,
    days: daysStayed(row.admitted_on, row.discharged_on, today),
    daysLost: daysLost(row.ready_on, row.discharged_on, today),
    followUp: followUp && {
      dueOn: followUp.due_on,
      // Whoever finishes the task has followed up, wherever they do it.
      doneOn: followUp.done_on ?? doneOnOf(task),
      contactId: followUp.contact_id ?? null,
      owner: task?.owner ?? null,
    },
    day91: due === null ? null : { dueOn: due, outcome: parseJson<{ outcome: string }>(row.day91)?.outcome ?? null },
  };
}
