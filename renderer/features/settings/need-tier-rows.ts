import type { NeedTierTable } from '../../../shared/domain/need-tier-table.ts';

/** One line of the table of points. */
export interface PointsRow {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly points: number;
}

/** Everything that adds points, in the order of the table. */
export function pointsRows({ contributions }: NeedTierTable): readonly PointsRow[] {
  return contributions.flatMap((contribution) =>
    contribution.kind === 'bands'
      ? contribution.bands.map(({ above, points, sentence }) => ({
          id: `${contribution.id} ${above}`,
          title: contribution.title,
          when: sentence.replace('{value}', `above ${above.toLocaleString('en-GB')}`),
          points,
        }))
      : contribution.items.map(({ id, points, sentence }) => ({
          id: `${contribution.id} ${id}`,
          title: contribution.title,
          when: sentence,
          points,
        })),
  );
}

/** What limits the sum, in sentences. */
export function limitsOf({ contributions, sentences }: NeedTierTable): readonly string[] {
  const caps = contributions.flatMap((each) =>
    each.kind === 'items' ? [sentences.capped.replace('{title}', each.title).replace('{cap}', String(each.cap))] : [],
  );
  const groups = Map.groupBy(
    contributions.filter((each) => each.kind === 'bands' && each.group !== undefined),
    (each) => (each.kind === 'bands' ? each.group : undefined),
  );
  const larger = [...groups.values()]
    .filter((of) => of.length > 1)
    .map((of) => `Of ${of.map(({ title }) => title).join(' and ')} only the larger counts.`);
  return [...larger, ...caps, 'Of the bands of one row only the highest that is reached counts.'];
}
