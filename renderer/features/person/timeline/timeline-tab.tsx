import { getRouteApi } from '@tanstack/react-router';
import { type PersonPageView, timelineKinds } from '../../../../shared/contract/person-page.ts';
import { useMore } from '../../../client/more.ts';
import { Button } from '../../../components/button.tsx';
import { FilterBar } from '../../../components/filter-bar.tsx';
import { FilterChips } from '../../../components/filter-chips.tsx';
import { FilterMenu } from '../../../components/filter-menu.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Timeline } from '../../../components/timeline.tsx';
import { timelineItem } from './timeline-item.tsx';

const route = getRouteApi('/people/$personId');
type Kind = (typeof timelineKinds)[number];

const kindWords: Readonly<Record<Kind, string>> = {
  contact: 'Care contacts',
  task: 'Tasks done',
  case: 'Steps of cases',
  role: 'Roles',
  transfer: 'Handovers',
  flag: 'Flags',
  condition: 'Conditions',
  segment: 'Segments',
  sharing: 'Sharing decisions',
  plan: 'Care plan',
  goal: 'Goals',
  pathway: 'Pathways',
  check: 'Checks',
  assessment: 'Assessments',
  score: 'Scores',
  stay: 'Stays',
  telehealth: 'Telehealth',
  feedback: 'Feedback',
};
const options = timelineKinds.map((value) => ({ value, label: kindWords[value] }));
const pageSize = 40;

/** Everything that happened with the person, newest first, of every organisation. */
export function TimelineTab({ person }: { readonly person: PersonPageView }) {
  const { kinds = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (chosen: readonly string[]) => {
    const next = timelineKinds.filter((kind) => chosen.includes(kind));
    void navigate({ search: { tab: 'timeline', ...(next.length > 0 && { kinds: next }) }, replace: true });
  };
  const asked = useMore('people.timeline', {
    personId: person.id,
    limit: pageSize,
    ...(kinds.length > 0 && { kinds }),
  });
  return (
    <>
      <div className="ot-person-bar">
        <FilterBar label="Filter the timeline">
          <FilterMenu label="Kinds of entries" options={options} chosen={kinds} onChange={show} />
        </FilterBar>
        <FilterChips
          chips={kinds.map((kind) => ({
            id: kind,
            label: kindWords[kind],
            onRemove: () => show(kinds.filter((each) => each !== kind)),
          }))}
          onClear={() => show([])}
        />
      </div>
      <Loaded
        asked={asked}
        loading="Reading the timeline"
        empty={(entries) => entries.length === 0}
        whenEmpty={
          <EmptyState title={kinds.length === 0 ? 'Nothing has happened yet' : 'Nothing of this kind'} icon="clock">
            {kinds.length > 0 && <Button onClick={() => show([])}>Show everything</Button>}
          </EmptyState>
        }
      >
        {(entries) => (
          <>
            <Timeline label="Timeline" items={entries.map(timelineItem)} />
            {asked.more !== undefined && (
              <Button busy={asked.loadingMore} onClick={asked.more}>
                Show earlier entries
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
