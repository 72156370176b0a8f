import { Link } from '@tanstack/react-router';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { completeness, gapSentence, gapWords, peopleWords } from '../../../shared/domain/quality-gaps.ts';
import type { Column } from '../../components/column.ts';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import type { QualityView } from './quality-view.ts';

export type GapFigure = OutputOf<'quality.summary'>['gaps'][number];

/** Every figure with what exactly it counts, how complete it is, and the way to the people behind it. */
export function GapTable({ gaps, view }: { readonly gaps: readonly GapFigure[]; readonly view: QualityView }) {
  return (
    <Panel title="What is missing" flush>
      <SimpleTable caption="What is missing" columns={columnsFor(view)} rows={gaps} rowId={({ gap }) => gap} />
    </Panel>
  );
}

const columnsFor = (view: QualityView): readonly Column<GapFigure>[] => [
  { id: 'gap', header: 'On the record', width: 210, rowHeader: true, cell: ({ gap }) => gapWords[gap].label },
  {
    id: 'figure',
    header: 'What is missing',
    cell: ({ gap, count, of }) => (
      <>
        {gapSentence(gap, count, of)}
        <span className="ot-person-because">{gapWords[gap].explained}</span>
      </>
    ),
  },
  { id: 'complete', header: 'Complete', width: 210, cell: (figure) => <Complete {...figure} /> },
  {
    id: 'show',
    header: 'The people',
    width: 150,
    cell: ({ gap, count }) =>
      count === 0 ? (
        <span className="ot-muted">Nobody</span>
      ) : (
        <Link to="/quality" search={{ ...view, gap }}>
          Show {peopleWords(count)}
          <span className="nhsuk-u-visually-hidden">: {gapWords[gap].label}</span>
        </Link>
      ),
  },
];

function Complete({ gap, count, of }: GapFigure) {
  const share = completeness(count, of);
  if (share === null) return <span className="ot-muted">Nobody to ask</span>;
  return (
    <span className="ot-quality-complete">
      <progress
        className="ot-pathway-progress__bar"
        aria-label={`Complete: ${gapWords[gap].label}`}
        value={of - count}
        max={of}
      />
      {share}%
    </span>
  );
}
