import { type CodeOf, codesOf } from '../../../shared/domain/code-lists.ts';
import { practicesIn } from '../store/care-homes.ts';
import type { WriteHandle } from '../store/handles.ts';
import { sqlStatement } from '../store/statements.ts';
import { atLondon, instant } from './calendar.ts';
import type { Random } from './random.ts';
import { weights } from './random.ts';
import type { Stage } from './stage.ts';

const named = sqlStatement<{ place: string }, { name: string; type: string; residents: number }>(
  `SELECT residence ->> 'careHome' AS name, max(residence ->> 'type') AS type, count(*) AS residents FROM people
   WHERE neighbourhood_id = ? AND residence ->> 'careHome' IS NOT NULL AND residence ->> 'type' IN ('CH03', 'SH03', 'MH04')
   GROUP BY 1 ORDER BY 1`,
  'place',
);
const standings = weights({ 'not-started': 20, 'in-part': 38, 'in-place': 42 });
const kinds: Readonly<Record<string, CodeOf<'care-home-kind'>>> = {
  CH03: 'residential',
  SH03: 'nursing',
  MH04: 'mental-health',
};
const notes = [
  'Agreed at the home round.',
  'Manager trained, staff to follow.',
  'Weekly round on Wednesdays.',
  'Waits for the new lead nurse.',
];

/** The care homes that records name, on record from the first day; the seven elements are spoken of later in the history. */
export function recordCareHomes(stage: Stage, write: WriteHandle, random: Random): void {
  const first = atLondon(stage.days[0] ?? stage.desk.simulation.start, 17 * 60);
  for (const team of stage.teams) {
    const place = team.place.id;
    const practices = practicesIn(write, [place]);
    for (const { name, type, residents } of write.all(named, { place })) {
      const lead = team.coordinators.find(({ leavesOn }) => leavesOn === null) ?? null;
      const id = stage.desk.act(Math.max(first, stage.desk.simulation.wall()), stage.lead).insert(
        'care_homes',
        {
          name,
          neighbourhood_id: place,
          kind: kinds[type] ?? 'residential',
          beds: Math.max(residents, random.int(18, 44)),
          practice_id: practices.length > 0 ? random.pick(practices).id : null,
          lead_worker_id: random.chance(0.8) ? (lead?.id ?? null) : null,
        },
        place,
      );
      if (lead) speakOfElements(stage, { id, place, by: lead.id }, random);
    }
  }
}

function speakOfElements(
  stage: Stage,
  { id, place, by }: { readonly id: string; readonly place: string; readonly by: string },
  random: Random,
): void {
  for (const element of codesOf('care-home-element'))
    for (let times = random.int(0, 2); times > 0; times -= 1)
      stage.diary.add(random.int(5, stage.days.length - 2), random.int(10 * 60, 15 * 60), (at) => {
        stage.desk.act(at, by).insert(
          'care_home_elements',
          {
            care_home_id: id,
            element,
            standing: random.draw(standings),
            note: random.chance(0.5) ? random.pick(notes) : null,
            recorded_at: instant(at),
            recorded_by: by,
          },
          place,
        );
      });
}
