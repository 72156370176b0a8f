import { formatDate } from '../../../shared/domain/british-date.ts';
import { useToday } from '../../client/now.ts';
import { Tag } from '../../components/tag.tsx';
import { isTrainingOut } from './worker-words.ts';

/** When somebody was trained in information governance, marked when that is more than a year ago. */
export function TrainingText({ trainedOn }: { readonly trainedOn: string | null }) {
  const out = isTrainingOut(trainedOn, useToday());
  if (trainedOn === null) return <Tag tone="orange">Not recorded</Tag>;
  return (
    <span className="ot-team__training">
      <span className="ot-nowrap">{formatDate(trainedOn)}</span>
      {out && <Tag tone="orange">Expired</Tag>}
    </span>
  );
}
