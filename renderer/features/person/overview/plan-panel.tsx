import { Link } from '@tanstack/react-router';
import type { OutputOf } from '../../../../shared/contract/index.ts';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { formatDate } from '../../../../shared/domain/british-date.ts';
import { ratingNumber } from '../../../../shared/domain/goal-rating.ts';
import { useAsk } from '../../../client/queries.ts';
import { DueText } from '../../../components/dates.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Tag } from '../../../components/tag.tsx';

type Brief = OutputOf<'plans.brief'>;
const mostGoals = 4;

/** What the current plan says: its state, its goals with how far they are, and when it is looked at again. */
export function PlanPanel({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('plans.brief', { personId: person.id });
  return (
    <Panel
      title="Care plan"
      actions={
        <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'plan' }}>
          Open the plan
        </Link>
      }
    >
      <Loaded asked={asked} loading="Reading the plan">
        {(brief) => <BriefPlan brief={brief} />}
      </Loaded>
    </Panel>
  );
}

function BriefPlan({ brief }: { readonly brief: Brief }) {
  const { current, drafting, goals, actions } = brief;
  return (
    <>
      <p className="ot-plan__state">
        {current === null ? (
          <span className="ot-muted">No plan has been agreed yet.</span>
        ) : (
          <span>
            Version {current.version}
            {current.agreement !== null && `, agreed ${formatDate(current.agreement.on)}`}
          </span>
        )}
        {current !== null && current.reviewDueOn !== null && (
          <span>
            Review: <DueText date={current.reviewDueOn} />
          </span>
        )}
        {drafting && <Tag tone="yellow">A version is being written</Tag>}
        {actions.planned > 0 && (
          <span>
            {actions.planned === 1 ? '1 action planned' : `${actions.planned} actions planned`}
            {actions.overdue > 0 && `, ${actions.overdue} overdue`}
          </span>
        )}
      </p>
      {goals.length > 0 && (
        <ul className="ot-plan-brief" aria-label="Goals">
          {goals.slice(0, mostGoals).map(({ id, words, rating }) => (
            <li key={id}>
              <span>{words}</span>
              <span className="ot-muted">
                {rating === null
                  ? 'not rated yet'
                  : `${ratingNumber(rating.rating)}: ${rating.meaning} (${formatDate(rating.on)})`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {goals.length > mostGoals && <p className="ot-muted">and {goals.length - mostGoals} more in the plan</p>}
    </>
  );
}
