import type { ResultView } from '../../../shared/contract/instruments.ts';
import type { Figure, Instrument } from '../../../shared/domain/instrument-definition.ts';
import { changeBetween } from '../../../shared/domain/instrument-scoring.ts';
import { instruments } from '../../../shared/domain/instruments.ts';
import type { ChartPoint } from '../../components/line-chart.tsx';

/** The values of one figure of one instrument, oldest first. */
export interface Course {
  readonly instrument: Instrument;
  readonly figure: Figure;
  /** `PHQ-9`; `ONS4 Happiness` where an instrument has several figures. */
  readonly name: string;
  readonly points: readonly (ChartPoint & { readonly result: ResultView })[];
}

const marks = { better: 'Reliable improvement', worse: 'Reliably worse' } as const;

function pointsOf(figure: Figure, results: readonly ResultView[]): Course['points'] {
  const values = results
    .flatMap((result) => {
      const value = result.figures[figure.id];
      return value === undefined ? [] : [{ id: result.id, at: result.takenAt, value, result }];
    })
    .reverse();
  const first = values[0];
  return values.map((point) => {
    const change = first === undefined ? 'none' : changeBetween(figure, first.value, point.value);
    return change === 'better' || change === 'worse' ? { ...point, mark: marks[change] } : point;
  });
}

/** Every figure that has a value, in the order of the instruments. `results`: newest first, as the engine gives them. */
export function coursesOf(results: readonly ResultView[]): readonly Course[] {
  const byInstrument = Map.groupBy(results, ({ instrument }) => instrument);
  return instruments.flatMap((instrument) =>
    instrument.figures.flatMap((figure) => {
      const points = pointsOf(figure, byInstrument.get(instrument.id) ?? []);
      const name =
        instrument.figures.length === 1 ? instrument.name : `${instrument.name} ${figure.label.toLowerCase()}`;
      return points.length === 0 ? [] : [{ instrument, figure, name, points }];
    }),
  );
}
