import { addDays, daysBetween } from '../../../shared/domain/british-date.ts';
import { type CheckKind, type CheckPerson, eligibility, partsOf, windowOf } from '../../../shared/domain/checks.ts';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import type { Journal } from '../journal/record.ts';
import type { WriteHandle } from '../store/handles.ts';
import { sqlStatement } from '../store/statements.ts';
import { atLondon, instant } from './calendar.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

interface Known {
  readonly id: string;
  readonly birth: string | null;
  readonly death: string | null;
  readonly neighbourhood_id: string;
  readonly flags: string;
  readonly conditions: string;
}
const columns = `p.id, p.birth, p.death, p.neighbourhood_id,
  (SELECT json_group_array(code) FROM flags WHERE person_id = p.id AND ended_on IS NULL AND voided IS NULL) AS flags,
  (SELECT json_group_array(code) FROM conditions
   WHERE person_id = p.id AND ended_on IS NULL AND voided IS NULL) AS conditions`;
const everybody = sqlStatement<Record<string, never>, Known>(
  `SELECT ${columns} FROM people AS p WHERE p.merged_into IS NULL AND p.voided IS NULL ORDER BY p.id`,
);
const withCases = sqlStatement<Record<string, never>, Known>(
  `SELECT ${columns} FROM (SELECT DISTINCT person_id FROM cases) AS c CROSS JOIN people AS p ON p.id = c.person_id
   WHERE p.merged_into IS NULL AND p.voided IS NULL ORDER BY p.id`,
);

/**
 * Checks, offers and breaks, as they were noted on the last day of history from letters and lists: of everybody in the
 * demonstration, in larger profiles of people with cases.
 */
export function recordChecks(stage: Stage, write: WriteHandle, wide: boolean, random: Random): void {
  const day = stage.days.at(-1);
  if (day === undefined) return;
  const at = atLondon(day, 17 * 60 + 50);
  for (const person of write.all(wide ? everybody : withCases, {})) {
    const known: CheckPerson = {
      birth: person.birth === null ? null : (JSON.parse(person.birth) as CheckPerson['birth']),
      died: person.death !== null,
      flags: JSON.parse(person.flags) as string[],
      conditions: JSON.parse(person.conditions) as string[],
    };
    const team = stage.teams.find(({ place }) => place.id === person.neighbourhood_id);
    const staff = team?.coordinators.filter(({ leavesOn }) => leavesOn === null) ?? [];
    const by = staff.length > 0 ? random.pick(staff).id : stage.lead;
    const due = codesOf('check').filter((kind) => eligibility(kind, known, day).eligible);
    if (due.length === 0) continue;
    const journal = stage.desk.act(at, by);
    const noted = { journal, person, by, day, at, random };
    for (const kind of due) note(noted, kind);
    if (due.includes('carers-assessment') && random.chance(0.3)) takeBreak(noted);
  }
}

interface Noting {
  readonly journal: Journal;
  readonly person: Known;
  readonly by: string;
  readonly day: string;
  readonly at: number;
  readonly random: Random;
}

function note({ journal, person, by, day, at, random }: Noting, kind: CheckKind): void {
  const luck = random.next();
  if (luck > 0.82) return;
  const born = person.birth === null ? day : ((JSON.parse(person.birth) as { date?: string }).date ?? day);
  const back = (most: number) => addDays(day, -random.int(2, Math.max(2, Math.min(most, daysBetween(born, day)))));
  const { offerAfter } = windowOf(kind, day);
  const recent = Math.max(3, Math.min(300, daysBetween(offerAfter, day) - 1));
  const row = { person_id: person.id, kind, recorded_at: instant(at), recorded_by: by };
  const put = (fields: { offered_on?: string; done_on?: string; response?: 'accepted' | 'declined'; parts?: string }) =>
    journal.insert('checks', { ...row, ...fields }, person.neighbourhood_id);
  const parts = partsOf(kind);
  // Done, mostly lately; offered; begun but not finished; never.
  if (luck < 0.5) {
    const done_on = back(random.chance(0.75) ? recent : 600);
    put({
      offered_on: addDays(done_on, -random.int(0, 30)),
      response: 'accepted',
      done_on,
      ...(parts.length > 0 && {
        parts: JSON.stringify(Object.fromEntries(parts.map((part) => [part, { on: done_on }]))),
      }),
    });
  } else if (luck < 0.7 || parts.length === 0) {
    const response = random.pick(['accepted', 'declined', null, null] as const);
    put({ offered_on: back(recent), ...(response && { response }) });
  } else {
    const some = random.some(parts, random.int(2, 5));
    put({ parts: JSON.stringify(Object.fromEntries(some.map((part) => [part, { on: back(recent) }]))) });
  }
}

function takeBreak({ journal, person, by, day, random }: Noting): void {
  const kind = random.pick(['sitting', 'day-centre', 'respite', 'holiday'] as const);
  journal.insert(
    'carer_breaks',
    {
      person_id: person.id,
      kind,
      starts_on: addDays(day, -random.int(10, 300)),
      hours: kind === 'sitting' ? random.int(2, 6) : null,
      provider: random.pick(['Carers centre (example)', 'Council (example)']),
      recorded_by: by,
    },
    person.neighbourhood_id,
  );
}
