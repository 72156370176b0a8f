import type { GoalView } from '../../../shared/contract/plan-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { goalRatings, ratingMeaning, ratingNumber, ratingTrend } from '../../../shared/domain/goal-rating.ts';
import { Details } from '../../components/details.tsx';

const width = 240;
const height = 72;
const margin = 8;

/** How a goal's ratings moved: a small line with its finding in words, and the list behind it. */
export function RatingTrend({ goal }: { readonly goal: GoalView }) {
  const { ratings, scale } = goal;
  const trend = ratingTrend(ratings.map(({ rating }) => rating));
  if (ratings.length === 0) return null;
  const x = (index: number) =>
    ratings.length === 1 ? width / 2 : margin + 18 + (index * (width - 2 * margin - 18)) / (ratings.length - 1);
  const y = (rating: number) => margin + ((2 - rating) * (height - 2 * margin)) / 4;
  const points = ratings.map(({ rating }, index) => `${x(index)},${y(rating)}`).join(' ');
  return (
    <div className="ot-trend">
      {trend !== null && (
        <figure className="ot-trend__figure">
          <figcaption>{trend}</figcaption>
          <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {goalRatings.map((rating) => (
              <g key={rating}>
                <line className="ot-trend__grid" x1={margin + 18} x2={width - margin} y1={y(rating)} y2={y(rating)} />
                <text className="ot-trend__label" x={margin + 12} y={y(rating) + 4}>
                  {ratingNumber(rating)}
                </text>
              </g>
            ))}
            <polyline className="ot-trend__line" points={points} />
            {ratings.map(({ id, rating }, index) => (
              <circle className="ot-trend__point" key={id} cx={x(index)} cy={y(rating)} r={3.5} />
            ))}
          </svg>
        </figure>
      )}
      <Details summary={ratings.length === 1 ? '1 rating' : `All ${ratings.length} ratings`}>
        <ul className="ot-plan-list">
          {[...ratings].reverse().map(({ id, rating, at, by, note, contactId }) => (
            <li key={id}>
              <b>{ratingNumber(rating)}</b> {ratingMeaning(scale, rating)}
              <span className="ot-person-because">
                {' '}
                {formatDate(at.slice(0, 10))}, {by}
                {contactId !== null && ', at a care contact'}
                {note !== '' && `: ${note}`}
              </span>
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}
