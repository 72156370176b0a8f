import { addDays } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { Journal } from '../journal/record.ts';
import { atLondon, instant, workingDayFrom } from './calendar.ts';
import { type Arrangement, arrange, type Outcome, outcomeOf } from './contact.ts';
import { firstVisit } from './first-visit.ts';
import { demoCoordinator } from './staff.ts';
import type { Run, Stage } from './stage.ts';

/** A contact that is to come. */
interface Slot {
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly worker: string;
  readonly arranged: Arrangement;
  /** Row of the planned contact, or null when nobody wrote it down beforehand. */
  readonly planned: string | null;
}

/** Starts the contacts of a case that was opened on a day. */
export function beginContacts(stage: Stage, run: Run, day: number): void {
  run.clock = day + run.random.int(1, 6) * Math.min(1, 0.4 + run.random.next());
  next(stage, run, day, null);
}

/** Arranges the next contact after a day, in the journal of the one just logged if it goes into a diary. */
function next(stage: Stage, run: Run, after: number, journal: Journal | null): string | null {
  const { plan, random } = run;
  const day = Math.max(after + 1, Math.floor(run.clock));
  const { hold } = plan;
  if (hold && day >= hold.from && (hold.until === null || day <= hold.until)) {
    if (hold.until === null) return null;
    run.clock = hold.until + 1;
    return next(stage, run, hold.until, null);
  }
  if (plan.closes !== null && day >= plan.closes) return null;
  const date = dateOf(stage, day);
  if (day >= plan.quiet || day >= stage.days.length) {
    if (day < plan.quiet && journal) planAhead(stage, run, journal, date);
    return date;
  }
  const arranged = arrange(plan.person, plan.theme, run.seen, false, random);
  const minute = 5 * random.int(108, 198);
  const worker = workerOf(run);
  const beforehand = journal && random.chance(stage.plannedShare);
  const planned = beforehand ? putInDiary(journal, run, { date, minute, worker, arranged }) : null;
  const slot: Slot = { day, minute, worker, arranged, planned };
  stage.diary.add(day, minute + arranged.minutes + random.int(2, 40), (at) => takePlace(stage, run, slot, at));
  return date;
}

/** The date of a working day; days after the history go on over the calendar. */
function dateOf(stage: Stage, day: number): string {
  const known = stage.days[day];
  if (known) return known;
  return workingDayFrom(addDays(stage.desk.simulation.today, Math.ceil((day - stage.days.length) * 1.4)));
}

/** Mostly the coordinator; once the person is known, now and then a colleague. */
function workerOf({ plan, coordinator, seen, random }: Run): string {
  const colleague =
    seen > 1 && random.chance(0.2) ? random.pick([...plan.team.others, ...plan.team.coordinators]) : null;
  return (
    (colleague && colleague.job !== 'team-lead' && colleague.leavesOn === null ? colleague : coordinator)?.id ?? ''
  );
}

function putInDiary(
  journal: Journal,
  run: Run,
  at: { readonly date: string; readonly minute: number; readonly worker: string; readonly arranged: Arrangement },
): string {
  const id = journal.insert(
    'contacts',
    {
      case_id: run.caseId,
      person_id: run.plan.person.id,
      worker_id: at.worker,
      starts_at: instant(atLondon(at.date, at.minute)),
      minutes: at.arranged.minutes,
      mechanism: at.arranged.mechanism,
      location: at.arranged.location,
      purpose: at.arranged.purpose,
      activities: '[]',
      joint_with: '[]',
      interventions: '[]',
    },
    run.plan.team.place.id,
  );
  run.planned.add(id);
  return id;
}

/** After the last day of history: what stands in the diary for the weeks to come. */
function planAhead(stage: Stage, run: Run, journal: Journal, date: string): void {
  const { plan, random } = run;
  // The demonstration's coordinator has her own diary, made by hand.
  if (run.coordinator?.id === demoCoordinator || !random.chance(0.45)) return;
  const arranged = arrange(plan.person, plan.theme, run.seen, false, random);
  const start = date > stage.desk.simulation.today ? date : workingDayFrom(addDays(stage.desk.simulation.today, 1));
  putInDiary(journal, run, {
    date: start,
    minute: 15 * random.int(36, 66),
    worker: run.coordinator?.id ?? '',
    arranged,
  });
}

/** The contact takes place, or does not, and is logged. */
function takePlace(stage: Stage, run: Run, slot: Slot, at: number): void {
  if (slot.planned && !run.planned.has(slot.planned)) return;
  if (run.status !== 'open') {
    // A case that went on hold meanwhile: the appointment is called off, and the next comes when it goes on.
    if (slot.planned && run.status === 'on-hold')
      cancelPlanned(stage.desk.act(at, slot.worker), run, '2', slot.planned);
    if (run.status === 'on-hold') next(stage, run, slot.day, null);
    return;
  }
  const { plan, random } = run;
  const closing = plan.closes !== null && slot.day + plan.every * stage.pace >= plan.closes;
  const arranged: Arrangement = closing && run.seen > 2 ? { ...slot.arranged, purpose: 'closing' } : slot.arranged;
  const journal = stage.desk.act(at, slot.worker);
  const story = neglected(stage, run, slot.day) ? { fixed: '3' as const } : {};
  const outcome = outcomeOf(arranged, plan.person, plan.theme, random, story);
  const successful = outcome.subject !== null;
  const type = successful ? (run.seen === 0 ? '01' : '02') : null;
  run.clock += plan.every * stage.pace * (successful ? 0.6 + random.next() * 0.8 : 0.5);
  if (successful) run.seen += 1;
  const following = next(stage, run, slot.day, journal);
  const agreed = successful && random.chance(0.5) && plan.quiet > stage.days.length ? following : null;
  const fields = { ...outcome, consultation_type: type, purpose: arranged.purpose, next_due_on: agreed } as const;
  const id = log(stage, journal, run, slot, fields);
  if (type === '01') firstVisit(stage, run, journal, at);
  afterthought(stage, run, slot, id, outcome);
}

/** The last contacts before a case fell quiet were missed, so that it is not only forgetfulness. */
function neglected(stage: Stage, { plan, random }: Run, day: number): boolean {
  return plan.quiet < stage.days.length && day + plan.every * stage.pace >= plan.quiet - 3 && random.chance(0.6);
}

interface Logged extends Outcome {
  readonly consultation_type: CodeOf<'consultation-type'> | null;
  readonly purpose: string;
  readonly next_due_on: string | null;
}

function log(stage: Stage, journal: Journal, run: Run, slot: Slot, fields: Logged): string {
  if (slot.planned) {
    run.planned.delete(slot.planned);
    journal.update('contacts', slot.planned, fields);
    return slot.planned;
  }
  const joint =
    run.random.chance(0.04) && run.plan.team.others.length > 1
      ? [run.random.pick(run.plan.team.others.slice(1)).id]
      : [];
  return journal.insert(
    'contacts',
    {
      case_id: run.caseId,
      person_id: run.plan.person.id,
      worker_id: slot.worker,
      starts_at: instant(atLondon(stage.days[slot.day] ?? stage.desk.simulation.today, slot.minute)),
      mechanism: slot.arranged.mechanism,
      joint_with: JSON.stringify(joint.filter((id) => id !== slot.worker)),
      ...fields,
    },
    run.plan.team.place.id,
  );
}

const additions = [
  'Added: rang the practice afterwards, message left.',
  'Correction: this was about the Tuesday appointment.',
  'Added: daughter rang back, all well.',
];

/** Now and then an entry is amended the day after, or taken back. */
function afterthought(stage: Stage, run: Run, slot: Slot, id: string, outcome: Outcome): void {
  const luck = run.random.next();
  if (luck > 0.012 || slot.day + 1 >= stage.days.length) return;
  stage.diary.add(slot.day + 1, run.random.int(9 * 60, 10 * 60), (at) => {
    const journal = stage.desk.act(at, slot.worker);
    if (luck > 0.003)
      journal.update('contacts', id, { note: `${outcome.note ?? ''}\n${run.random.pick(additions)}`.trim() });
    else
      journal.update('contacts', id, {
        voided: JSON.stringify({
          by: slot.worker,
          at: instant(at),
          reason: run.random.pick(['Logged for the wrong person.', 'Entered twice.']),
        }),
      });
  });
}

/** Calls off what is planned for a case: all of it, or one contact. */
export function cancelPlanned(journal: Journal, run: Run, attendance: '2' | '4', only?: string): void {
  for (const id of only ? [only] : run.planned)
    journal.update('contacts', id, {
      attendance,
      minutes: null,
      location: null,
      cancellation: JSON.stringify({ reason: '02' }),
    });
  if (only) run.planned.delete(only);
  else run.planned.clear();
}
