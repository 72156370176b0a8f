import { daysBetween, formatDate } from '../../shared/domain/british-date.ts';
import { classNames } from './class-names.ts';
import { Details } from './details.tsx';
import { dateOf } from './format.ts';
import { SimpleTable } from './simple-table.tsx';

export interface ChartPoint {
  readonly id: string;
  /** Date or instant. */
  readonly at: string;
  readonly value: number;
  /** Ringed, with these words in the table: something about this point is to be seen. */
  readonly mark?: string;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** Oldest first. */
  readonly points: readonly ChartPoint[];
}

export interface ChartBand {
  readonly from: number;
  /** Included. */
  readonly to: number;
  readonly label: string;
  readonly tone: 'green' | 'yellow' | 'orange' | 'red';
}

export interface LineChartProps {
  /** Says the finding, not only what is drawn. */
  readonly title: string;
  /** At most four: each has a line and a mark of its own shape. */
  readonly series: readonly ChartSeries[];
  readonly min: number;
  readonly max: number;
  /** What the vertical axis counts: `Score, 0 to 27`. */
  readonly unit: string;
  readonly bands?: readonly ChartBand[];
  /** Horizontal lines, such as a target or a limit. */
  readonly limits?: readonly { readonly value: number; readonly label: string }[];
  /** What a ring means, where any point has one. */
  readonly markLegend?: string;
}

const width = 600;
const height = 216;
const area = { left: 36, right: 142, top: 12, bottom: 30 };
const right = width - area.right;
const bottom = height - area.bottom;
const shapes = ['circle', 'square', 'diamond', 'triangle'] as const;

interface Scale {
  readonly x: (at: string) => number;
  readonly y: (value: number) => number;
}

function scaleOf({ series, min, max }: LineChartProps): Scale & { readonly from: string; readonly to: string } {
  const days = series.flatMap(({ points }) => points.map(({ at }) => dateOf(at))).sort();
  const from = days[0] ?? '';
  const to = days.at(-1) ?? from;
  const span = Math.max(1, daysBetween(from, to));
  // A single day stands at the left, where a course would begin; points keep clear of the frame.
  const inner = right - area.left - 24;
  return {
    from,
    to,
    x: (at) => area.left + 12 + (daysBetween(from, dateOf(at)) / span) * inner,
    y: (value) => bottom - ((value - min) / (max - min)) * (bottom - area.top),
  };
}

function Mark({ shape, x, y }: { readonly shape: (typeof shapes)[number]; readonly x: number; readonly y: number }) {
  if (shape === 'circle') return <circle className="ot-chart__mark" cx={x} cy={y} r={4.5} />;
  if (shape === 'square') return <rect className="ot-chart__mark" x={x - 4} y={y - 4} width={8} height={8} />;
  const points =
    shape === 'diamond'
      ? `${x},${y - 6} ${x + 6},${y} ${x},${y + 6} ${x - 6},${y}`
      : `${x},${y - 6} ${x + 6},${y + 5} ${x - 6},${y + 5}`;
  return <polygon className="ot-chart__mark" points={points} />;
}

/** Words at the right edge, moved apart so that none lies on another. */
function apart<T extends { readonly y: number }>(entries: readonly T[], gap: number): readonly T[] {
  const sorted = [...entries].sort((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  return sorted.map((entry) => {
    last = Math.max(entry.y, last + gap);
    return { ...entry, y: last };
  });
}

function Bands({ bands, y }: { readonly bands: readonly ChartBand[]; readonly y: Scale['y'] }) {
  return bands.map(({ from, to, label, tone }, at) => {
    // A band of whole numbers reaches to where the next begins.
    const top = y(bands[at + 1]?.from ?? to);
    const low = y(from);
    return (
      <g key={`${label} ${from}`}>
        <rect
          className={`ot-chart__band ot-chart__band--${tone}`}
          x={area.left}
          y={top}
          width={right - area.left}
          height={Math.max(0, low - top)}
        />
        {at > 0 && <line className="ot-chart__edge" x1={area.left} x2={right} y1={low} y2={low} />}
      </g>
    );
  });
}

/** A course over time: lines with marks on bands that carry their words, dates below, and the same as a table. */
export function LineChart(props: LineChartProps) {
  const { title, series, min, max, unit, bands = [], limits = [], markLegend } = props;
  const { x, y, from, to } = scaleOf(props);
  const bandWords = bands.map((band, at) => ({
    key: `${band.label} ${band.from}`,
    label: band.label,
    y: (y(bands[at + 1]?.from ?? band.to) + y(band.from)) / 2 + 4,
  }));
  const lineWords =
    series.length > 1
      ? series.flatMap(({ id, label, points }) => {
          const end = points.at(-1);
          return end === undefined ? [] : [{ key: id, label, y: y(end.value) + 4 }];
        })
      : [];
  const limitWords = limits.map(({ value, label }) => ({ key: label, label, y: y(value) + 4 }));
  const ticks =
    bands.length > 0 && bands.length < 7 ? [...bands.map((band) => band.from), max] : [min, (min + max) / 2, max];
  const ringed = series.some(({ points }) => points.some(({ mark }) => mark !== undefined));
  return (
    <figure className="ot-chart">
      <figcaption className="ot-chart__title">{title}</figcaption>
      <p className="ot-chart__unit">{unit}</p>
      <svg
        className="ot-chart__drawing"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Chart. ${title}. The table below holds its values.`}
      >
        <Bands bands={bands} y={y} />
        {limits.map(({ value, label }) => (
          <line className="ot-chart__limit" key={label} x1={area.left} x2={right} y1={y(value)} y2={y(value)} />
        ))}
        <path className="ot-chart__axis" d={`M${area.left} ${area.top} V${bottom} H${right}`} />
        {ticks.map((tick) => (
          <text className="ot-chart__words ot-chart__words--end" key={tick} x={area.left - 6} y={y(tick) + 4}>
            {tick}
          </text>
        ))}
        {series.map(({ id, points }, at) => (
          <g className={`ot-chart__series ot-chart__series--${at}`} key={id}>
            <polyline
              className="ot-chart__line"
              points={points.map((point) => `${x(point.at)},${y(point.value)}`).join(' ')}
            />
            {points.map((point) => (
              <g key={point.id}>
                {point.mark !== undefined && (
                  <circle className="ot-chart__ring" cx={x(point.at)} cy={y(point.value)} r={9} />
                )}
                <Mark shape={shapes[at % shapes.length] ?? 'circle'} x={x(point.at)} y={y(point.value)} />
              </g>
            ))}
          </g>
        ))}
        {apart([...bandWords, ...lineWords, ...limitWords], 15).map(({ key, label, y: at }) => (
          <text className="ot-chart__words" key={key} x={right + 8} y={at}>
            {label}
          </text>
        ))}
        <text className="ot-chart__words" x={area.left} y={height - 8}>
          {from === '' ? '' : formatDate(from)}
        </text>
        {to !== from && (
          <text className="ot-chart__words ot-chart__words--end" x={right} y={height - 8}>
            {formatDate(to)}
          </text>
        )}
      </svg>
      {series.length > 1 && (
        <ul className="ot-chart__legend">
          {series.map(({ id, label }, at) => (
            <li key={id}>
              <svg className={`ot-chart__key ot-chart__series--${at}`} viewBox="0 0 28 14" aria-hidden="true">
                <line className="ot-chart__line" x1={0} x2={28} y1={7} y2={7} />
                <Mark shape={shapes[at % shapes.length] ?? 'circle'} x={14} y={7} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      {ringed && markLegend !== undefined && <p className="ot-chart__note">Ringed: {markLegend}</p>}
      <Details summary="Show as a table">
        <ChartTable {...props} />
      </Details>
    </figure>
  );
}

function ChartTable({ title, series, bands = [] }: LineChartProps) {
  const rows = series
    .flatMap(({ id, label, points }) => points.map((point) => ({ key: `${id} ${point.id}`, label, ...point })))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const bandOf = (value: number) => bands.find(({ from, to }) => value >= from && value <= to)?.label ?? '';
  return (
    <div className={classNames('ot-chart__table')}>
      <SimpleTable
        caption={title}
        rows={rows}
        rowId={({ key }) => key}
        columns={[
          { id: 'at', header: 'Date', cell: ({ at }) => formatDate(dateOf(at)), rowHeader: true },
          ...(series.length > 1
            ? [{ id: 'what', header: 'What', cell: ({ label }: (typeof rows)[number]) => label }]
            : []),
          { id: 'value', header: 'Value', align: 'end', cell: ({ value }) => value },
          ...(bands.length > 0
            ? [{ id: 'band', header: 'Band', cell: ({ value }: (typeof rows)[number]) => bandOf(value) }]
            : []),
          ...(rows.some(({ mark }) => mark !== undefined)
            ? [{ id: 'mark', header: 'Change', cell: ({ mark }: (typeof rows)[number]) => mark ?? '' }]
            : []),
        ]}
      />
    </div>
  );
}
