import { getRouteApi } from '@tanstack/react-router';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { Tabs } from '../../components/tabs.tsx';
import { AssessmentsTab } from '../assessments/assessments-tab.tsx';
import { ProgressTab } from '../clinic/progress-tab.tsx';
import { PathwaysTab } from '../pathways/pathways-tab.tsx';
import { PlanTab } from '../plan/plan-tab.tsx';
import { CareTab } from './care-tab.tsx';
import { DetailsTab } from './details/details-tab.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import { OverviewTab } from './overview/overview-tab.tsx';
import { isTab } from './person-view.ts';
import { TimelineTab } from './timeline/timeline-tab.tsx';

const route = getRouteApi('/people/$personId');

/** The parts of the record; the address says which is open. */
export function PersonTabs({ person }: { readonly person: PersonPageView }) {
  const { tab = 'overview' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Tabs
      label="Parts of the record"
      selected={tab}
      onSelect={(id) =>
        void navigate({ search: id === 'overview' || !isTab(id) ? {} : { tab: id }, replace: true, resetScroll: false })
      }
      tabs={[
        { id: 'overview', label: 'Overview', panel: <OverviewTab person={person} /> },
        { id: 'plan', label: 'Plan', panel: <PlanTab person={person} /> },
        { id: 'assessments', label: 'Assessments', panel: <AssessmentsTab person={person} /> },
        { id: 'progress', label: 'Progress', panel: <ProgressTab person={person} /> },
        { id: 'pathways', label: 'Pathways', panel: <PathwaysTab person={person} /> },
        { id: 'timeline', label: 'Timeline', panel: <TimelineTab person={person} /> },
        { id: 'care', label: 'Stays and checks', panel: <CareTab person={person} /> },
        { id: 'details', label: 'Details', panel: <DetailsTab person={person} /> },
        { id: 'history', label: 'History', panel: <HistoryTab person={person} /> },
      ]}
    />
  );
}
