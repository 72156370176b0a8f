import { Link } from '@tanstack/react-router';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { Timeline } from '../../../components/timeline.tsx';
import { timelineItem } from '../timeline/timeline-item.tsx';

const shown = 6;

/** The latest of the timeline. */
export function RecentPanel({ person }: { readonly person: PersonPageView }) {
  const { entries } = person.timeline;
  return (
    <Panel
      title="Latest"
      actions={
        <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'timeline' }}>
          Whole timeline
        </Link>
      }
    >
      {entries.length === 0 ? (
        <p className="ot-muted">Nothing has happened yet.</p>
      ) : (
        <Timeline label="Latest entries" items={entries.slice(0, shown).map(timelineItem)} />
      )}
    </Panel>
  );
}
