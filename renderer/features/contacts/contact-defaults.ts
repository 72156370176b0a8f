import type { ContactView } from '../../../shared/contract/contact-entry.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import { localTimeOf } from '../../../shared/domain/london-time.ts';
import { type ContactValues, contactValues } from './contact-values.ts';

export type Prepared = OutputOf<'contacts.prepare'>;
export type PlannedContact = Prepared['planned'][number];

const [onTime = ''] = codesOf('attendance');
const [thePerson = ''] = codesOf('contact-subject');
const [firstType = '', followUp = ''] = codesOf('consultation-type');
const FIVE_MINUTES = 300_000;
/** An appointment within this time of now is most likely the one being logged. */
const NEAR = 3 * 3_600_000;

const nothing: Omit<ContactValues, 'date' | 'time' | 'mechanism'> = {
  caseId: '',
  completes: '',
  attendance: onTime,
  cancellationReason: '',
  minutes: null,
  location: '',
  subject: thePerson,
  consultationType: followUp,
  activities: [],
  purpose: '',
  note: '',
  jointWith: [],
  nextDueOn: '',
  planned: false,
  planDate: '',
  planTime: '',
  planMechanism: '01',
  planMinutes: null,
  techniques: [],
  readiness: null,
  importance: null,
  confidence: null,
  stage: '',
  homework: '',
  goals: [],
  interventions: [],
  responses: {},
};

const whenOf = (instant: string) => ({ date: localDateOf(instant), time: localTimeOf(instant) });
/** The five minutes before a time: nobody notes a start to the minute. */
const toFiveMinutes = (time: number) => new Date(time - (time % FIVE_MINUTES)).toISOString();

/** When a contact began that took so long and has just ended. */
export const justNow = (minutes: number | null, now: Date) =>
  whenOf(toFiveMinutes(now.getTime() - (minutes !== null && minutes > 0 ? Math.min(minutes, 1440) : 0) * 60_000));

/** What goes with a way of contact: what this worker chose with it last. */
export function choicesFor(prepared: Prepared, mechanism: string) {
  const last = prepared.choices.by[mechanism];
  return {
    minutes: last?.minutes ?? null,
    location: last?.location ?? '',
    activities: last?.activities ?? [],
    purpose: last?.purpose ?? '',
  };
}

/** What an appointment says about the entry that completes it. One that lies ahead happened early: its time is now. */
export function fromPlanned(planned: PlannedContact, now: Date) {
  const ahead = Date.parse(planned.startsAt) > now.getTime();
  return {
    completes: planned.id,
    ...whenOf(ahead ? toFiveMinutes(now.getTime()) : planned.startsAt),
    mechanism: planned.mechanism,
    ...(planned.minutes !== null && { minutes: planned.minutes }),
    ...(planned.location !== null && { location: planned.location }),
    ...(planned.purpose !== null && { purpose: planned.purpose }),
  };
}

/** The appointment that a new entry most likely completes: the one asked for, else the own one nearest to now. */
export function likelyPlanned(prepared: Prepared, asked: string | undefined, worker: string, now: Date) {
  const near = (startsAt: string) => Math.abs(Date.parse(startsAt) - now.getTime());
  return (
    prepared.planned.find(({ id }) => id === asked) ??
    prepared.planned
      .filter((each) => each.worker.id === worker && near(each.startsAt) <= NEAR)
      .sort((a, b) => near(a.startsAt) - near(b.startsAt))[0]
  );
}

/** A new entry: now, the usual way, with what usually goes with it; or the outcome of an appointment. */
export function newEntry(prepared: Prepared, planned: PlannedContact | undefined, now: Date): ContactValues {
  const { mechanism } = planned ?? prepared.choices;
  const usual = choicesFor(prepared, mechanism);
  return {
    ...nothing,
    caseId: prepared.caseId ?? '',
    ...justNow(usual.minutes, now),
    mechanism,
    ...usual,
    consultationType: prepared.first ? firstType : followUp,
    planMechanism: mechanism,
    planMinutes: usual.minutes,
    goals: goalsToRate(prepared),
    ...(planned && fromPlanned(planned, now)),
  };
}

/** The active goals of the plan; without any, those of last time in words alone. */
function goalsToRate({ goals, lastBehaviour }: Prepared): ContactValues['goals'] {
  if (goals.length > 0) return goals.map(({ id, words }) => ({ goalId: id, goal: shortened(words), rating: '' }));
  return (lastBehaviour?.goals ?? []).map(({ goal }) => ({ goalId: '', goal, rating: '' }));
}

/** A goal's words as an entry keeps them beside its rating: at most 200 characters. */
const shortened = (words: string): string => [...words].slice(0, 200).join('');

/** A draft over a new entry: fields that it does not have, or that an earlier version wrote otherwise, begin anew. */
export function withDraft(entry: ContactValues, body: Readonly<Record<string, unknown>>): ContactValues {
  const kept = Object.entries(contactValues.shape).flatMap(([name, schema]) => {
    // Half a date or time is worth keeping as it was typed; its own check comes when the entry is saved.
    const typed = ['date', 'time', 'nextDueOn', 'planDate'].includes(name) ? typeof body[name] === 'string' : false;
    return name in body && (typed || schema.safeParse(body[name]).success) ? [[name, body[name]]] : [];
  });
  return { ...entry, ...Object.fromEntries(kept) };
}

/** A contact as the form shows it for amending. */
export function fromContact(contact: ContactView): ContactValues {
  const { behaviour } = contact;
  return {
    ...nothing,
    date: localDateOf(contact.startsAt),
    time: localTimeOf(contact.startsAt),
    mechanism: contact.mechanism,
    attendance: contact.attendance ?? onTime,
    cancellationReason: contact.cancellation?.reason ?? '',
    minutes: contact.minutes,
    location: contact.location ?? '',
    subject: contact.subject ?? thePerson,
    consultationType: contact.consultationType ?? '',
    activities: contact.activities,
    purpose: contact.purpose ?? '',
    note: contact.note,
    jointWith: contact.jointWith.map(({ id }) => id),
    nextDueOn: contact.nextDueOn ?? '',
    ...(behaviour && {
      techniques: behaviour.techniques,
      readiness: behaviour.readiness,
      importance: behaviour.importance,
      confidence: behaviour.confidence,
      stage: behaviour.stage ?? '',
      homework: behaviour.homework,
      goals: behaviour.goals.map(({ goalId = '', goal, rating }) => ({ goalId, goal, rating: String(rating) })),
    }),
    interventions: contact.interventions.map(({ code }) => code),
    responses: Object.fromEntries(contact.interventions.map(({ code, response }) => [code, response])),
  };
}
