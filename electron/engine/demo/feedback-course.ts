import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { FeedbackState } from '../../../shared/domain/feedback-rules.ts';
import { instant } from './calendar.ts';
import { type Random, weights } from './random.ts';
import { homePlace } from './sizes.ts';
import { demoCoordinator, demoLead } from './staff.ts';
import type { Run, Stage } from './stage.ts';

type Kind = CodeOf<'feedback-kind'>;
interface Said {
  readonly by: CodeOf<'feedback-source'>;
  readonly words: string;
  /** What was answered and done. */
  readonly done: string;
}

/** What people said, as they said it, and what came of it. */
const sayings: Readonly<Record<Kind, readonly Said[]>> = {
  compliment: [
    {
      by: 'person',
      words: 'She listened. First time anyone asked what I wanted before telling me what I need.',
      done: 'Passed on to the worker and read out in the team meeting.',
    },
    {
      by: 'family',
      words: 'Mum has not been in hospital once since you lot started coming. Thank you.',
      done: 'Thanked the daughter by telephone, passed on to the team.',
    },
    { by: 'person', words: 'You rang when you said you would. Every time.', done: 'Passed on to the worker.' },
    {
      by: 'carer',
      words: 'The sitting service gave me my Thursdays back.',
      done: 'Passed on to the carers’ centre.',
    },
  ],
  concern: [
    {
      by: 'person',
      words: 'I never know who is coming. Four different faces last month and I tell them all the same story.',
      done: 'Agreed that two named workers visit, and wrote their names on the calendar in the kitchen.',
    },
    {
      by: 'family',
      words: 'The letter had the wrong address on it, so he missed the clinic.',
      done: 'Address corrected with the clinic, new appointment made.',
    },
    {
      by: 'person',
      words: 'They come at half eight and I am not up. I said after ten.',
      done: 'Visits moved to half past ten; noted among the preferred times.',
    },
    {
      by: 'carer',
      words: 'Nobody told me what to do when the oxygen alarm goes off at night.',
      done: 'Nurse went through the alarm with the carer and left the night number by the bed.',
    },
  ],
  complaint: [
    {
      by: 'family',
      words: 'We waited in all day and nobody came or rang. This is the second time. I want to know why.',
      done: 'Apologised by telephone the next day and in writing: the visit had been taken out of the diary in error.',
    },
    {
      by: 'person',
      words: 'He talked to my son over my head as if I was not in the room.',
      done: 'Apologised in person. Worker reflected on it in supervision.',
    },
  ],
  story: [
    {
      by: 'person',
      words:
        'Last winter I did not leave the flat. Now I do the tea at the lunch club on Wednesdays and they moan if I am late.',
      done: 'Asked whether it may be told to others: yes, without the name.',
    },
    {
      by: 'person',
      words: 'It took eleven phone calls to get the stairs sorted. Then it took you one.',
      done: 'Told at the team meeting, with consent.',
    },
  ],
};
const kinds = weights<Kind>({ compliment: 45, concern: 33, complaint: 10, story: 12 });

/** Feedback on cases: most answered within days, the latest still waiting. */
export function beginFeedback(stage: Stage, runs: readonly Run[], random: Random): void {
  const last = stage.days.length - 1;
  for (const run of runs) {
    const { opens, closes, status } = run.plan;
    const until = Math.min(last, (closes ?? last) - 1);
    if (status === 'proposed' || until <= opens + 3 || !random.chance(0.12)) continue;
    const kind = random.draw(kinds);
    const said = random.pick(sayings[kind]);
    const day = random.chance(0.5) ? random.int(Math.max(opens + 2, until - 30), until) : random.int(opens + 2, until);
    tell(stage, run, { kind, said, day, answers: random.int(1, 6), closes: random.chance(0.7) }, random);
  }
  stage.diary.add(last - 6, 12 * 60 + 20, (at) => demoSayings(stage, runs, at));
}

interface Telling {
  readonly kind: Kind;
  readonly said: Said;
  readonly day: number;
  /** Working days until the answer. */
  readonly answers: number;
  readonly closes: boolean;
}

function tell(stage: Stage, run: Run, { kind, said, day, answers, closes }: Telling, random: Random): void {
  const last = stage.days.length - 1;
  const minute = random.int(10 * 60, 16 * 60);
  let id = '';
  stage.diary.add(day, minute, (at) => {
    if ((run.status === 'open' || run.status === 'on-hold') && run.coordinator)
      id = record(stage, run, run.coordinator.id, kind, said, dayOf(stage, day), at);
  });
  // One in twelve is forgotten: that is what the page is for.
  if (day + answers > last || random.chance(0.08)) return;
  const take = (on: number, status: FeedbackState['status'], note?: string) =>
    stage.diary.add(on, minute + 7, (at) => {
      const by = run.coordinator?.id ?? stage.lead;
      if (id === '') return;
      const state: FeedbackState = { status, on: dayOf(stage, on), by, ...(note && { note }) };
      stage.desk.act(at, by).update('feedback', id, { state: JSON.stringify(state) });
    });
  take(day + answers, 'answered', said.done);
  if (closes && day + answers + 8 <= last) take(day + answers + 8, 'closed');
}

const dayOf = ({ days }: Stage, day: number): string => days[day] ?? '';

function record(
  { desk }: Stage,
  run: Run,
  by: string,
  kind: Kind,
  said: Said,
  received_on: string,
  at: number,
): string {
  const state: FeedbackState = { status: 'open', on: received_on, by };
  const row = {
    person_id: run.plan.person.id,
    case_id: run.caseId,
    kind,
    words: said.words,
    said_by: said.by,
    received_on,
    recorded_by: by,
    state: JSON.stringify(state),
  };
  return desk.act(at, by).insert('feedback', row, run.plan.person.place.id);
}

/** What waits for the demonstration's coordinator and lead: a concern of hers, and a complaint of the team. */
function demoSayings(stage: Stage, runs: readonly Run[], at: number): void {
  const open = runs.filter(({ status, plan }) => status === 'open' && plan.team.place.id === homePlace);
  const mine = open.filter(({ coordinator }) => coordinator?.id === demoCoordinator);
  const others = open.filter(({ coordinator }) => coordinator && coordinator.id !== demoCoordinator);
  const on = instant(at).slice(0, 10);
  const lines = [
    [mine[1], 'concern', sayings.concern[0], demoCoordinator],
    [mine[4], 'compliment', sayings.compliment[0], demoCoordinator],
    [others[1], 'complaint', sayings.complaint[0], demoLead],
  ] as const;
  lines.forEach(([run, kind, said, by], place) => {
    if (run && said) record(stage, run, by, kind, said, on, at + place * 60_000);
  });
}
