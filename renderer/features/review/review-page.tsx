import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterMenu } from '../../components/filter-menu.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import { FindingCard } from './finding-card.tsx';
import { findingOptions } from './finding-words.ts';
import { findingKindsOf } from './review-view.ts';

const route = getRouteApi('/review');
const pageSize = 25;
/** As many as the engine answers at once: settle these first. */
const most = 200;

/** What people have to settle: duplicates, double coordinators and cases, edits that met. */
export function ReviewPage() {
  const { kinds = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const [limit, setLimit] = useState(pageSize);
  const asked = useAsk('review.list', { limit, ...(kinds.length > 0 && { kinds }) }, { keepPrevious: true });
  const show = (chosen: readonly string[]) => {
    const next = findingKindsOf(chosen);
    void navigate({ search: next.length > 0 ? { kinds: next } : {}, replace: true });
  };
  const counts = asked.data?.counts;
  return (
    <Page
      title="Review"
      lead="Facts that cannot all be right, and edits that met. Nothing is decided for you; until you do, one of them counts provisionally."
      toolbar={
        <FilterBar label="Filter the findings">
          <FilterMenu
            label="Kinds of findings"
            options={findingOptions.map((option) => ({
              ...option,
              ...(counts &&
                (kinds.length === 0 || kinds.includes(option.value)) && { hint: `(${counts[option.value]})` }),
            }))}
            chosen={kinds}
            onChange={show}
          />
          <span className="ot-muted" role="status">
            {asked.data !== undefined && `${asked.data.total.toLocaleString('en-GB')} to settle`}
          </span>
        </FilterBar>
      }
    >
      <Loaded
        asked={asked}
        loading="Looking for what has to be settled"
        empty={({ rows }) => rows.length === 0}
        whenEmpty={
          <EmptyState title={kinds.length === 0 ? 'Nothing to settle' : 'Nothing of this kind'}>
            {kinds.length > 0 && <Button onClick={() => show([])}>Show every kind</Button>}
          </EmptyState>
        }
      >
        {({ rows, total, more }) => (
          <div className="ot-review">
            {more && (
              <Callout tone="info">
                <p>There are too many likely duplicates to show all of them. Settle these first; others follow.</p>
              </Callout>
            )}
            <ul className="ot-review__list">
              {rows.map((finding) => (
                <li key={finding.id}>
                  <FindingCard finding={finding} />
                </li>
              ))}
            </ul>
            {total > rows.length && rows.length < most && (
              <Button busy={asked.stale} onClick={() => setLimit(Math.min(limit + pageSize, most))}>
                Show more
              </Button>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
