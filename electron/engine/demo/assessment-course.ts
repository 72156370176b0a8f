import { type CodeOf, codesOf } from '../../../shared/domain/code-lists.ts';
import { scoreOf } from '../../../shared/domain/instrument-scoring.ts';
import { instrumentOf } from '../../../shared/domain/instruments.ts';
import { domainWords, safetyWords, supervisionWords } from './assessment-words.ts';
import { instant } from './calendar.ts';
import type { Random } from './random.ts';
import { demoLead } from './staff.ts';
import type { Run, Stage } from './stage.ts';

/** Shared assessments of open cases, instruments over time, and cases brought to supervision. */
export function beginAssessments(stage: Stage, runs: readonly Run[], random: Random): void {
  for (const run of runs) {
    if (run.plan.status === 'proposed') continue;
    if (random.chance(run.plan.closes === null ? 0.75 : 0.25)) asked(stage, run, random);
    if (run.plan.behaviourist || random.chance(0.12)) scored(stage, run, random);
    if (run.plan.behaviourist && run.plan.closes === null && random.chance(0.06)) brought(stage, run, random);
  }
}

/** The last working day on which something may be written of a case. */
const lastDay = (stage: Stage, { plan }: Run): number =>
  Math.min(plan.closes ?? stage.days.length, stage.days.length) - 1;

function asked(stage: Stage, run: Run, random: Random): void {
  const first = run.plan.opens + random.int(2, 12);
  const levels = new Map(
    random.some(codesOf('life-domain'), random.int(5, 9)).map((domain) => [domain, random.int(0, 3)]),
  );
  answer(stage, run, first, levels, random);
  const again = first + random.int(45, 90);
  if (!random.chance(0.6)) return;
  // Asked again where something moved: mostly for the better.
  const moved = random.some([...levels.keys()], random.int(1, 3));
  const next = moved.map((domain) => {
    const level = (levels.get(domain) ?? 1) + random.pick([-1, -1, 0, 1]);
    return [domain, Math.min(4, Math.max(0, level))] as const;
  });
  answer(stage, run, again, new Map(next), random);
}

function answer(
  stage: Stage,
  run: Run,
  day: number,
  levels: ReadonlyMap<CodeOf<'life-domain'>, number>,
  random: Random,
): void {
  if (day > lastDay(stage, run)) return;
  stage.diary.add(day, random.int(10 * 60, 17 * 60), (at) => {
    const worker = run.coordinator;
    if (run.status !== 'open' || !worker) return;
    const journal = stage.desk.act(at, worker.id);
    for (const [domain, level] of levels) {
      const words = domainWords[domain];
      journal.insert(
        'assessment_answers',
        {
          person_id: run.plan.person.id,
          domain,
          level,
          strengths: random.chance(0.85) ? random.pick(words.strengths) : null,
          helps: level > 0 && random.chance(0.7) ? random.pick(words.helps) : null,
          note: level > 0 ? random.pick(words.notes) : null,
          source: random.chance(0.6) ? random.pick(['The person', 'The person and a daughter', 'Home visit']) : null,
          asked_on: stage.days[day] ?? stage.desk.simulation.today,
          asked_by: worker.id,
        },
        run.plan.team.place.id,
      );
    }
  });
}

/** How somebody's figures run: start between 0 and 1 of the range, and where they end. */
interface Tendency {
  readonly start: number;
  readonly end: number;
}

function tendencyOf(random: Random): Tendency {
  const start = 0.45 + random.next() * 0.35;
  // Half get clearly better, a third stay, the rest get worse.
  const change = random.pick([-0.35, -0.3, -0.28, -0.03, 0.02, 0.2]);
  return { start, end: Math.min(0.95, Math.max(0.05, start + change)) };
}

function scored(stage: Stage, run: Run, random: Random): void {
  const first = run.plan.opens + random.int(6, 20);
  const worker = run.plan.behaviourist;
  const chosen = random.chance(0.75) ? ['phq-9', 'gad-7'] : [random.pick(['audit-c', 'ons4', 'ucla-3', 'in-control'])];
  if (run.plan.person.age > 74 && random.chance(0.5)) chosen.push('cfs');
  for (const instrument of chosen) {
    const tendency = tendencyOf(random);
    const times = instrument === 'cfs' ? 1 : random.int(2, 5);
    for (let time = 0; time < times; time += 1) {
      const day = first + time * random.int(14, 26);
      if (day > lastDay(stage, run)) break;
      const share =
        times === 1 ? tendency.start : tendency.start + ((tendency.end - tendency.start) * time) / (times - 1);
      stage.diary.add(day, random.int(9 * 60, 17 * 60), (at) => {
        const by = worker ?? run.coordinator;
        if (run.status === 'open' && by) sit(stage, run, { at, by: by.id, instrument, share }, random);
      });
    }
  }
}

interface Sitting {
  readonly at: number;
  readonly by: string;
  readonly instrument: string;
  /** Where in the range of each item the answers lie, 0 to 1. */
  readonly share: number;
}

function sit(stage: Stage, run: Run, { at, by, instrument: id, share }: Sitting, random: Random): void {
  const instrument = instrumentOf(id);
  if (!instrument) return;
  const answers: Record<string, number> = {};
  for (const item of instrument.items) {
    const set = instrument.responses[item.responses ?? ''];
    const low = item.number?.min ?? set?.[0]?.value ?? 0;
    const high = item.number?.max ?? set?.at(-1)?.value ?? 0;
    const drawn = Math.round(low + (high - low) * (share + (random.next() - 0.5) * 0.3));
    answers[item.id] = Math.min(high, Math.max(low, drawn));
    // What asks for safety is rare.
    if (item.alertFrom !== null) answers[item.id] = random.chance(0.04 + 0.1 * share) ? 1 : 0;
  }
  const { score, band, alert } = scoreOf(instrument, answers);
  const days = stage.days.length;
  const late = at > Date.parse(stage.days[days - 10] ?? '');
  const safety = alert !== null && !(late && random.chance(0.5)) ? random.pick(safetyWords) : null;
  const journal = stage.desk.act(at, by);
  const scope = run.plan.team.place.id;
  const result = journal.insert(
    'instrument_results',
    {
      person_id: run.plan.person.id,
      case_id: run.caseId,
      instrument: instrument.id,
      version: instrument.version,
      taken_at: instant(at),
      taken_by: by,
      answers: JSON.stringify(answers),
      score,
      band,
      alert,
      safety: safety === null ? null : JSON.stringify({ on: instant(at), by, note: safety }),
    },
    scope,
  );
  if (alert === null || safety !== null) return;
  journal.insert(
    'tasks',
    {
      person_id: run.plan.person.id,
      case_id: run.caseId,
      neighbourhood_id: scope,
      owner_id: by,
      words: 'Safety follow-up after an assessment',
      due_on: instant(at).slice(0, 10),
      priority: 'urgent',
      origin_kind: 'safety',
      origin_id: result,
      created_at: instant(at),
      created_by: by,
      state: JSON.stringify({ status: 'open', on: instant(at), by }),
    },
    scope,
  );
}

function brought(stage: Stage, run: Run, random: Random): void {
  const day = stage.days.length - random.int(3, 45);
  const reviewed = random.chance(0.6) && day + 6 < stage.days.length;
  const worker = run.plan.behaviourist;
  if (!worker || day <= run.plan.opens + 15) return;
  let row = '';
  stage.diary.add(day, random.int(12 * 60, 17 * 60), (at) => {
    if (run.status !== 'open') return;
    row = stage.desk.act(at, worker.id).insert(
      'supervision_cases',
      {
        person_id: run.plan.person.id,
        case_id: run.caseId,
        brought_by: worker.id,
        brought_on: stage.days[day] ?? stage.desk.simulation.today,
        question: random.pick(supervisionWords.questions),
      },
      run.plan.team.place.id,
    );
  });
  if (!reviewed) return;
  stage.diary.add(day + 6, 15 * 60, (at) => {
    if (row === '') return;
    const review = {
      on: stage.days[day + 6],
      by: demoLead,
      note: random.pick(supervisionWords.notes),
      decision: random.pick(['go-on', 'change-approach', 'joint-session', 'refer-on']),
    };
    stage.desk.act(at, demoLead).update('supervision_cases', row, { review: JSON.stringify(review) });
  });
}
