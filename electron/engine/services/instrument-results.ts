import type { ResultView } from '../../../shared/contract/instruments.ts';
import type { WorkerView } from '../../../shared/contract/person-view.ts';
import { figureValue } from '../../../shared/domain/instrument-scoring.ts';
import { instrumentOf } from '../../../shared/domain/instruments.ts';
import type { ResultRow } from '../store/instruments.ts';
import { parseJson } from '../store/person-columns.ts';

/** What was done about an answer that asks for it. */
export interface Safety {
  readonly on: string;
  readonly by: string;
  readonly note: string;
}

/** The answers of a sitting: item → value. */
export const answersOf = (row: Pick<ResultRow, 'answers'>): Record<string, number> => parseJson(row.answers) ?? {};

/** A sitting as lists and trends show it: figures and band, never an answer that is not itself a figure. */
export function resultViewOf(row: ResultRow, worker: (id: string) => WorkerView): ResultView {
  const answers = answersOf(row);
  const figures = (instrumentOf(row.instrument)?.figures ?? []).flatMap((figure) => {
    const value = figureValue(figure, answers);
    return value === null ? [] : [[figure.id, value] as const];
  });
  return {
    id: row.id,
    instrument: row.instrument,
    version: row.version,
    takenAt: row.taken_at,
    takenBy: worker(row.taken_by),
    score: row.score,
    band: row.band,
    figures: Object.fromEntries(figures),
    safety: row.alert === null ? 'none' : row.safety === null ? 'due' : 'recorded',
  };
}
