import type { z } from 'zod';
import type { clinic as contract } from '../../../shared/contract/clinic.ts';
import {
  type ClinicFacts,
  notImproving,
  type ScoreFacts,
  stoppedComing,
  workBegan,
} from '../../../shared/domain/clinic-rules.ts';
import { type Attendance, isMissed, isSuccessful } from '../../../shared/domain/contact-rules.ts';
import { figureOf, instruments } from '../../../shared/domain/instruments.ts';
import type { QueryContext } from '../context.ts';
import { casesWith, scoresWith, sessionsWith } from '../store/clinic.ts';
import { contactPersonOf } from './contact-prepare.ts';

type Opened = z.input<(typeof contract)['clinic.open']['output']>;
type Session = ReturnType<typeof sessionsWith>[number];
type Score = ReturnType<typeof scoresWith>[number];

/** Instruments whose score has an established reliable change, in their order: the first that was repeated is spoken of. */
const telling = instruments.flatMap((instrument) => {
  const figure = instrument.scored === null ? undefined : figureOf(instrument, instrument.scored);
  return figure?.reliableChange ? [{ id: instrument.id, name: instrument.name, figure }] : [];
});

/**
 * Whom a behaviourist should think about again, each with the reason in one sentence.
 * @param places neighbourhoods whose cases are looked at; null for all of the worker's
 */
export function watchLists(
  context: QueryContext,
  worker: string,
  places: readonly string[] | null,
): Pick<Opened, 'cases' | 'notImproving' | 'stoppedComing'> {
  const { read, now, today } = context;
  const cases = casesWith(read, worker, places);
  const sessions = Map.groupBy(sessionsWith(read, worker, places), ({ case_id }) => case_id);
  const scores = Map.groupBy(scoresWith(read, worker, places), ({ person_id }) => person_id);
  const lists: Pick<Opened, 'notImproving' | 'stoppedComing'> = { notImproving: [], stoppedComing: [] };
  for (const { case_id, person_id, next_due_on } of cases) {
    const facts = factsOf(sessions.get(case_id) ?? [], scores.get(person_id) ?? [], next_due_on, now);
    const line = (reason: string) => ({
      person: contactPersonOf(read, person_id),
      caseId: case_id,
      sessions: facts.sessions,
      lastSeenAt: facts.lastSeenAt,
      nextPlannedAt: facts.nextPlannedAt,
      reason,
    });
    const still = notImproving(facts, today);
    const stopped = stoppedComing(facts, today);
    if (still !== null) lists.notImproving.push(line(still));
    if (stopped !== null) lists.stoppedComing.push(line(stopped));
  }
  return { cases: cases.length, ...lists };
}

/** @param contacts with this behaviourist, newest first */
function factsOf(
  contacts: readonly Session[],
  scores: readonly Score[],
  nextDueOn: string | null,
  now: string,
): ClinicFacts {
  const had = (is: (attendance: Attendance | null) => boolean) =>
    contacts.filter(({ attendance }) => is(attendance as Attendance | null));
  const seen = had(isSuccessful);
  const firstSeenAt = seen.at(-1)?.starts_at ?? null;
  const lastSeenAt = seen[0]?.starts_at ?? null;
  return {
    firstSeenAt,
    lastSeenAt,
    sessions: seen.length,
    missedAt: had(isMissed)
      .map(({ starts_at }) => starts_at)
      .filter((at) => lastSeenAt === null || at > lastSeenAt),
    nextPlannedAt:
      contacts.findLast(({ attendance, starts_at }) => attendance === null && starts_at > now)?.starts_at ?? null,
    nextDueOn,
    scores: firstSeenAt === null ? [] : coursesOf(scores, workBegan(firstSeenAt)),
  };
}

function coursesOf(scores: readonly Score[], from: string): ScoreFacts[] {
  return telling.map(({ id, name, figure }) => ({
    name,
    figure,
    points: scores
      .filter(({ instrument, taken_at }) => instrument === id && taken_at >= from)
      .map(({ taken_at, score }) => ({ at: taken_at, value: score })),
  }));
}
