import { courseSentence } from '../../../shared/domain/score-course.ts';
import { LineChart } from '../../components/line-chart.tsx';
import type { Course } from './courses.ts';

/** A chart for each figure that was taken more than once: a single value is no trend. */
export function Trends({ courses }: { readonly courses: readonly Course[] }) {
  const repeated = courses.filter(({ points }) => points.length > 1);
  if (repeated.length === 0)
    return <p className="ot-muted">Nothing was taken twice yet. From the second time on, the course is drawn here.</p>;
  return (
    <div className="ot-assessment__trends">
      {repeated.map(({ instrument, figure, name, points }) => (
        <LineChart
          key={`${instrument.id} ${figure.id}`}
          title={courseSentence(name, figure, points)}
          unit={`${figure.label}, ${figure.min} to ${figure.max}; ${figure.better} is better`}
          min={figure.min}
          max={figure.max}
          bands={figure.bands}
          series={[{ id: figure.id, label: figure.label, points }]}
          {...(figure.reliableChange !== null && {
            markLegend: `reliable change against the first, ${figure.reliableChange.amount} or more (${figure.reliableChange.source})`,
          })}
        />
      ))}
    </div>
  );
}
