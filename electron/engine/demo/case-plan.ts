import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import { themeOf } from './notes.ts';
import type { Household, Person } from './person.ts';
import { type Random, weights } from './random.ts';
import { homeCaseload, homePlace, type SizePlan } from './sizes.ts';
import { demoCoordinator, type Team, type Worker } from './staff.ts';
import type { ThemeName } from './themes.ts';

/** Somebody for whom a case may be opened, with those they live with. */
export interface Candidate {
  readonly person: Person;
  readonly household: Household;
}

/** Who coordinates a case from a working day on. */
export interface Spell {
  readonly worker: Worker;
  readonly from: number;
}

/** What will happen with a case. Days are numbers of working days since the start of history. */
export interface CasePlan extends Candidate {
  readonly team: Team;
  readonly theme: ThemeName;
  readonly status: 'open' | 'on-hold' | 'proposed' | 'closed';
  readonly opens: number;
  /** Null while it is not closed. */
  readonly closes: number | null;
  readonly closure: CodeOf<'case-closure-reason'>;
  readonly spells: readonly Spell[];
  readonly behaviourist: Worker | null;
  /** On hold from and until, if ever; `until` is null while it lasts. */
  readonly hold: { readonly from: number; readonly until: number | null } | null;
  /** Working days between contacts. */
  readonly every: number;
  /** From this day on nobody got round to it. */
  readonly quiet: number;
}

const closures = weights({ '02': 48, '04': 10, '08': 14, '07': 9, '09': 5, '05': 5, '03': 4, '01': 2, '06': 3 });

/** How strongly somebody's situation asks for a coordinator. */
export function caseWeight({ health, age }: Person): number {
  const has = (code: CodeOf<'flag'>) => health.flags.includes(code);
  const extra =
    (has('end-of-life') ? 4 : 0) + (has('learning-disability') ? 2 : 0) + (has('child-looked-after') ? 2 : 0);
  return (0.15 + health.need + extra + (age < 16 && health.conditions.length > 1 ? 1 : 0)) ** 2.1;
}

/** Keeps those of a stream of people who will have a case: many in need, a few others. */
export function casesChooser(count: number, random: Random) {
  const kept: (Candidate & { readonly key: number })[] = [];
  const cut = () => {
    kept.sort((a, b) => a.key - b.key);
    kept.length = Math.min(kept.length, count);
  };
  return {
    offer: (candidate: Candidate) => {
      // The smallest of exponential draws: sampling by weight without holding everybody.
      kept.push({ ...candidate, key: -Math.log(1 - random.next()) / caseWeight(candidate.person) });
      if (kept.length > count * 4 + 100) cut();
    },
    chosen: (): Candidate[] => {
      cut();
      return kept;
    },
  };
}

/** How many cases of each kind a neighbourhood has had by the last day. */
export function caseNumbers(size: SizePlan, place: string) {
  const open = size.openCases[place] ?? 0;
  return {
    open,
    held: Math.round(open * 0.04),
    proposed: Math.max(1, Math.round(open * 0.015)),
    closed: Math.round(open * size.closedShare),
  };
}

/** Plans the cases of a team: when each opens and closes, who coordinates it and how closely. `days`: working days of history. */
export function planCases(
  team: Team,
  candidates: readonly Candidate[],
  size: SizePlan,
  days: number,
  random: Random,
): CasePlan[] {
  const numbers = caseNumbers(size, team.place.id);
  const share = team.place.id === homePlace ? homeCaseload : 0;
  const mean = days * 0.42;
  const staying = team.coordinators.filter(({ leavesOn }) => leavesOn === null);
  const order = random.fork(`cases ${team.place.id}`);
  return shuffled(candidates, order).map((candidate, at): CasePlan => {
    const status = statusOf(at, numbers);
    const story = storyOf(at, share);
    const span = story.opened ? { opens: days - story.opened, closes: null } : spanOf(status, days, mean, order);
    const coordinator = coordinatorOf(staying, at < share, at, status, order);
    const theme = themeOf(candidate.person, order);
    const seesBehaviourist = status !== 'proposed' && order.chance(behaviourShare(theme, team));
    const slides = status === 'open' && (story.late || order.chance(0.1));
    return {
      ...candidate,
      team,
      theme,
      status,
      ...span,
      closure: order.draw(closures),
      spells: status === 'proposed' ? [] : spellsOf(team, coordinator, span, days, order),
      behaviourist: seesBehaviourist ? behaviouristFor(team, candidate.person) : null,
      hold: holdOf(status, span, days, order),
      every: intervalOf(candidate.person, order),
      quiet: story.opened ? 0 : slides ? days - order.int(story.late ? 18 : 8, 60) : Number.POSITIVE_INFINITY,
    };
  });
}

/** Three of the demonstration's cases are so new that nobody has been yet; some others were let slide. */
function storyOf(at: number, share: number): { opened: number | null; late: boolean } {
  if (at >= share) return { opened: null, late: false };
  return { opened: [2, 4, 8][at] ?? null, late: at >= 3 && at < 10 };
}

function statusOf(at: number, { open, held, proposed }: ReturnType<typeof caseNumbers>): CasePlan['status'] {
  if (at < open) return 'open';
  if (at < open + held) return 'on-hold';
  return at < open + held + proposed ? 'proposed' : 'closed';
}

function spanOf(status: CasePlan['status'], days: number, mean: number, random: Random) {
  if (status === 'closed') return closedSpan(days, mean, random);
  return { opens: openedOn(status, days, mean, random), closes: null };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((value) => ({ value, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

function openedOn(status: CasePlan['status'], days: number, mean: number, random: Random): number {
  if (status === 'proposed') return days - random.int(1, 9);
  const age = Math.ceil(-Math.log(1 - random.next()) * mean) + (status === 'on-hold' ? 10 : 0);
  return age < days - 14 ? days - Math.max(1, age) : random.int(2, 14);
}

function closedSpan(days: number, mean: number, random: Random) {
  const closes = random.int(30, days - 2);
  const lasted = Math.ceil(14 - Math.log(1 - random.next()) * mean * 0.5);
  return { opens: Math.max(2, closes - lasted), closes };
}

function coordinatorOf(staying: readonly Worker[], demo: boolean, at: number, status: string, random: Random): Worker {
  const others = staying.filter(({ id }) => id !== demoCoordinator);
  const demoWorker = staying.find(({ id }) => id === demoCoordinator);
  if (demoWorker && (demo || (status === 'closed' && random.chance(0.25)))) return demoWorker;
  return (others[at % others.length] ?? staying[0]) as Worker;
}

/** Working days between contacts by need, before the whole is brought to the size's number of contacts. */
function intervalOf({ health: { need } }: Person, random: Random): number {
  const usual = need >= 10 ? 5 : need >= 6 ? 9 : need >= 3 ? 18 : 34;
  return usual * (0.7 + random.next() * 0.6);
}

function spellsOf(
  team: Team,
  last: Worker,
  span: { opens: number; closes: number | null },
  days: number,
  random: Random,
): Spell[] {
  const leaver = team.coordinators.find(({ leavesOn }) => leavesOn !== null);
  const leaves = days - 50;
  const end = span.closes ?? days;
  if (leaver && span.opens < leaves - 5 && end > leaves && random.chance(0.5))
    return [
      { worker: leaver, from: span.opens },
      { worker: last, from: leaves - random.int(0, 4) },
    ];
  const earlier = team.coordinators.filter(({ id, leavesOn }) => id !== last.id && leavesOn === null);
  const long = end - span.opens > 45;
  if (!long || earlier.length === 0 || !random.chance(0.14)) return [{ worker: last, from: span.opens }];
  return [
    { worker: random.pick(earlier), from: span.opens },
    { worker: last, from: random.int(span.opens + 10, end - 10) },
  ];
}

/** Behaviourists see people whose mental and physical health are entangled; the demonstration's has a full list. */
function behaviourShare(theme: ThemeName, team: Team): number {
  const shares: Partial<Record<ThemeName, number>> = {
    mood: 0.5,
    pain: 0.5,
    diabetes: 0.4,
    drink: 0.35,
    breathing: 0.3,
    heart: 0.25,
  };
  return (shares[theme] ?? 0.06) * (team.place.id === homePlace ? 1.8 : 1);
}

function behaviouristFor(team: Team, person: Person): Worker | null {
  return team.behaviourists.find(({ practices }) => practices.includes(person.practice)) ?? null;
}

function holdOf(
  status: string,
  span: { opens: number; closes: number | null },
  days: number,
  random: Random,
): CasePlan['hold'] {
  if (status === 'on-hold') return { from: Math.max(span.opens + 1, days - random.int(1, 25)), until: null };
  const end = span.closes ?? days;
  if (status === 'proposed' || end - span.opens < 60 || !random.chance(0.07)) return null;
  const from = random.int(span.opens + 10, end - 30);
  return { from, until: from + random.int(5, 18) };
}
