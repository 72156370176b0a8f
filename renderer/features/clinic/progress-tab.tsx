import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Columns, Stack } from '../../components/columns.tsx';
import { LineChart } from '../../components/line-chart.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { coursesOf } from '../assessments/courses.ts';
import { Trends } from '../assessments/trends.tsx';
import { AttendancePanel } from './attendance-panel.tsx';
import { BringDialog } from './bring-dialog.tsx';
import { GoalsPanel } from './goals-panel.tsx';

type Progress = OutputOf<'clinic.person'>;

/** How the work goes, on one page: rulers, scores, goals, attendance. */
export function ProgressTab({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('clinic.person', { personId: person.id });
  const scores = useAsk('instruments.open', { personId: person.id });
  const [bringing, setBringing] = useState(false);
  const brings = useMay('supervision.read') && person.cases.some(({ status }) => status === 'open');
  return (
    <Loaded asked={asked} loading="Opening the course">
      {(progress) => (
        <Stack>
          {brings && (
            <div className="ot-clinic__bar">
              <Button size="small" icon="people" onClick={() => setBringing(true)}>
                Bring to supervision
              </Button>
            </div>
          )}
          <Columns layout="halves">
            <Panel title="Readiness, importance, confidence">
              <Rulers rulers={progress.rulers} />
            </Panel>
            <GoalsPanel goals={progress.goals} />
          </Columns>
          <Columns layout="halves">
            <Panel title="Scores">
              <Loaded asked={scores}>{({ results }) => <Trends courses={coursesOf(results)} />}</Loaded>
            </Panel>
            <AttendancePanel attendance={progress.attendance} />
          </Columns>
          <Loaded asked={scores}>
            {({ person: whom }) => bringing && <BringDialog person={whom} onClose={() => setBringing(false)} />}
          </Loaded>
        </Stack>
      )}
    </Loaded>
  );
}

const kinds = [
  { id: 'readiness', label: 'Readiness' },
  { id: 'importance', label: 'Importance' },
  { id: 'confidence', label: 'Confidence' },
] as const;

function Rulers({ rulers }: { readonly rulers: Progress['rulers'] }) {
  if (rulers.length === 0)
    return <p className="ot-muted">No rulers yet. They are set in the behaviour-change part of a care contact.</p>;
  const series = kinds.flatMap(({ id, label }) => {
    const points = rulers.flatMap((ruler) => {
      const value = ruler[id];
      return value === null ? [] : [{ id: ruler.contactId, at: ruler.at, value }];
    });
    return points.length === 0 ? [] : [{ id, label, points }];
  });
  return (
    <LineChart
      title={findingOf(series)}
      unit="Rulers of motivation, 0 to 10; higher is more"
      min={0}
      max={10}
      series={series}
    />
  );
}

/** What the rulers show, first against last. */
function findingOf(series: readonly { label: string; points: readonly { at: string; value: number }[] }[]): string {
  const since = series.map(({ points }) => points[0]?.at ?? '').sort()[0] ?? '';
  const parts = series.map(({ label, points }, at) => {
    const first = points[0]?.value ?? 0;
    const last = points.at(-1)?.value ?? 0;
    const name = at === 0 ? label : label.toLowerCase();
    return first === last
      ? `${name} stayed at ${last}`
      : `${name} ${last > first ? 'rose' : 'fell'} from ${first} to ${last}`;
  });
  return `${parts.join(', ')} since ${formatDate(localDateOf(since))}`;
}
