import { useState } from 'react';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, NoPermission } from '../../components/states.tsx';
import { GlassCard, type GlassUse } from './glass-card.tsx';
import { GlassReviewDialog } from './glass-review-dialog.tsx';
import { breakGlassRoute } from './routes.tsx';

const states = [
  { id: undefined, asked: 'to-review', label: 'To review' },
  { id: 'reviewed', asked: 'reviewed', label: 'Reviewed' },
  { id: 'all', asked: 'all', label: 'All' },
] as const;

/** At most so many at once: the engine gives no more in one answer. */
const most = 200;

/** Who opened records of other teams and why; each use is judged once. */
export function BreakGlassPage() {
  return useMay('oversight.read') ? (
    <Uses />
  ) : (
    <Page title="Break-glass uses">
      <NoPermission what="These are for team leads and information-governance reviewers." />
    </Page>
  );
}

function Uses() {
  const { state } = breakGlassRoute.useSearch();
  const navigate = breakGlassRoute.useNavigate();
  const [limit, setLimit] = useState(25);
  const [reviewing, setReviewing] = useState<GlassUse | null>(null);
  const chosen = states.find(({ id }) => id === state) ?? states[0];
  const asked = useAsk('people.breakGlassList', { state: chosen.asked, limit }, { keepPrevious: true });
  return (
    <Page
      title="Break-glass uses"
      lead="A worker who needs a record of another team in an emergency opens it for four hours and says why. Each use is looked at once."
      toolbar={
        <fieldset className="ot-audit__states">
          <legend className="nhsuk-u-visually-hidden">Show</legend>
          {states.map(({ id, label }) => (
            <Button
              key={label}
              size="small"
              look={id === state ? 'secondary' : 'quiet'}
              aria-pressed={id === state}
              onClick={() => void navigate({ search: { state: id } })}
            >
              {label}
            </Button>
          ))}
        </fieldset>
      }
    >
      <Loaded
        asked={asked}
        loading="Reading the uses"
        empty={({ total }) => total === 0}
        whenEmpty={
          <EmptyState title={state === undefined ? 'Nothing waits for review' : 'There is none'}>
            <p>{state === undefined && 'New uses appear here and in Today.'}</p>
          </EmptyState>
        }
      >
        {({ total, rows }) => (
          <>
            <p className="ot-muted" role="status">
              {formatCount(total, 'use')}
            </p>
            <ul className="ot-glass" aria-label="Break-glass uses">
              {rows.map((use) => (
                <li key={use.id}>
                  <GlassCard use={use} onReview={() => setReviewing(use)} />
                </li>
              ))}
            </ul>
            {rows.length < total && limit < most && (
              <Button onClick={() => setLimit(Math.min(most, limit + 25))}>Show more</Button>
            )}
          </>
        )}
      </Loaded>
      <GlassReviewDialog use={reviewing} onClose={() => setReviewing(null)} />
    </Page>
  );
}
