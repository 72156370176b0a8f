import type { OutputOf } from '../../../shared/contract/index.ts';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { bandOf } from '../../../shared/domain/instrument-scoring.ts';
import { instruments } from '../../../shared/domain/instruments.ts';
import { courseOf } from '../../../shared/domain/score-course.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/column.ts';
import { DateText } from '../../components/dates.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { openPanel } from '../frame/panels.ts';
import { type Course, coursesOf } from './courses.ts';
import { FillInMenu } from './fill-in-menu.tsx';
import { Trends } from './trends.tsx';

type Scores = OutputOf<'instruments.open'>;

const changeWords = {
  better: 'Reliable improvement',
  worse: 'Reliably worse',
  none: 'No reliable change',
  unknown: 'No established amount',
} as const;

/** How far the last value lies from the first, signed, and what that means. */
function Since({ course }: { readonly course: Course }) {
  const { figure, points } = course;
  const first = points[0];
  const last = points.at(-1);
  const change = courseOf(figure, points);
  if (first === undefined || last === undefined || change === null) return <span className="ot-muted">First time</span>;
  const by = Math.round((last.value - first.value) * 1000) / 1000;
  return (
    <span>
      {by > 0 ? '+' : by < 0 ? '−' : '±'}
      {Math.abs(by)} since {formatDate(localDateOf(first.at))}
      <br />
      <span className="ot-muted">{changeWords[change]}</span>
    </span>
  );
}

const columns: readonly Column<Course>[] = [
  { id: 'name', header: 'Instrument', cell: ({ name }) => name, rowHeader: true },
  {
    id: 'value',
    header: 'Latest',
    cell: ({ figure, points }) => {
      const value = points.at(-1)?.value ?? 0;
      const band = bandOf(figure, value);
      return (
        <span className="ot-scores__value">
          <b>{value}</b> of {figure.max} {band && <Tag tone={band.tone}>{band.label}</Tag>}
        </span>
      );
    },
  },
  { id: 'since', header: 'Since the first', cell: (course) => <Since course={course} /> },
  {
    id: 'when',
    header: 'When, by whom',
    cell: ({ points }) => {
      const result = points.at(-1)?.result;
      return (
        result && (
          <span>
            <DateText value={result.takenAt} />
            <br />
            <span className="ot-muted">{result.takenBy.name}</span>
          </span>
        )
      );
    },
  },
  {
    id: 'open',
    header: 'Open',
    hideHeader: true,
    align: 'end',
    cell: ({ name, points }) => (
      <Button
        size="small"
        look="quiet"
        aria-label={`Open: ${name}`}
        onClick={() => openPanel('score', { resultId: points.at(-1)?.id ?? '' })}
      >
        Open
      </Button>
    ),
  },
];

/** Latest figures, what is unfinished, and the courses over time. */
export function ScoresPanel({ person, scores }: { readonly person: PersonPageView; readonly scores: Scores }) {
  const writes = useMay('assessments.write') && person.banner.mergedInto === null && person.banner.voided === null;
  const courses = coursesOf(scores.results);
  const frailty = person.details.frailty;
  const begun = scores.drafts.flatMap((draft) => instruments.filter(({ id }) => id === draft.instrument));
  return (
    <>
      <Panel
        title="Scores"
        count={scores.results.length}
        flush={courses.length > 0}
        actions={
          writes && (
            <>
              {begun.map(({ id, name }) => (
                <Button
                  key={id}
                  size="small"
                  onClick={() => openPanel('instrument', { personId: person.id, instrument: id })}
                >
                  Go on with {name}
                </Button>
              ))}
              <FillInMenu personId={person.id} />
            </>
          )
        }
      >
        {courses.length === 0 ? (
          <EmptyState title="No scores yet" icon="note">
            <p>Fill in an instrument, or enter the result of one that was filled in elsewhere.</p>
          </EmptyState>
        ) : (
          <SimpleTable
            caption="Latest score of each instrument"
            columns={columns}
            rows={courses}
            rowId={({ name }) => name}
          />
        )}
        {frailty?.efi !== undefined && (
          <p className="ot-scores__imported">
            eFI {frailty.efi}
            {frailty.asOf !== undefined && ` as of ${formatDate(frailty.asOf)}`}: from the GP system by import, never
            worked out here.
          </p>
        )}
      </Panel>
      {courses.length > 0 && (
        <Panel title="Trends">
          <Trends courses={courses} />
        </Panel>
      )}
    </>
  );
}
