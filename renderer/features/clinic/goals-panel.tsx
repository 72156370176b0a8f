import type { OutputOf } from '../../../shared/contract/index.ts';
import { ratingWords } from '../../../shared/domain/goal-rating.ts';
import { LineChart } from '../../components/line-chart.tsx';
import { Panel } from '../../components/panel.tsx';

type Goals = OutputOf<'clinic.person'>['goals'];
/** More lines in one drawing cannot be told apart. */
const most = 4;

/** The person's goals in their words, as they were rated over time. */
export function GoalsPanel({ goals }: { readonly goals: Goals }) {
  // The goals rated last are those that are worked on.
  const shown = [...goals]
    .sort((a, b) => ((a.ratings.at(-1)?.at ?? '') < (b.ratings.at(-1)?.at ?? '') ? 1 : -1))
    .slice(0, most);
  const lines = shown.map(({ goal, ratings }, at) => ({
    id: goal,
    label: `Goal ${at + 1}`,
    points: ratings.map(({ id, at: when, rating }) => ({ id, at: when, value: rating })),
  }));
  const first = shown[0];
  const last = first?.ratings.at(-1);
  return (
    <Panel title="Goals">
      {first === undefined || last === undefined ? (
        <p className="ot-muted">No goal has been rated yet.</p>
      ) : (
        <>
          <ol className="ot-clinic__goals">
            {shown.map(({ goal, ratings }, at) => (
              <li key={goal}>
                <b>Goal {at + 1}:</b> {goal}.{' '}
                <span className="ot-muted">{ratingWords(ratings.at(-1)?.rating ?? 0)} now.</span>
              </li>
            ))}
          </ol>
          <LineChart
            title={`Goal 1 stands at: ${ratingWords(last.rating).toLowerCase()}`}
            unit="Goal attainment, −2 (much less than hoped) to +2 (much more than hoped)"
            min={-2}
            max={2}
            series={lines}
            limits={[{ value: 0, label: 'As hoped' }]}
          />
        </>
      )}
    </Panel>
  );
}
