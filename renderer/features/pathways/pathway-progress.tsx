import type { PathwayView } from '../../../shared/contract/pathways.ts';
import { DueText } from '../../components/dates.tsx';
import { Tag } from '../../components/tag.tsx';
import { isUnderWay, progressWords } from './words.ts';

/** Bar, counts, and what is late or comes next. */
export function PathwayProgress({ pathway }: { readonly pathway: PathwayView }) {
  const { progress, steps, name } = pathway;
  return (
    <div className="ot-pathway-progress">
      <progress
        className="ot-pathway-progress__bar"
        aria-label={`Progress of ${name}`}
        value={progress.done + progress.notNeeded}
        max={Math.max(steps.length, 1)}
      />
      <span>{progressWords(pathway)}</span>
      {isUnderWay(pathway) && progress.overdue > 0 && (
        <Tag tone="red">{progress.overdue === 1 ? '1 step overdue' : `${progress.overdue} steps overdue`}</Tag>
      )}
      {isUnderWay(pathway) && progress.overdue === 0 && progress.nextDueOn !== null && (
        <span className="ot-muted">
          Next step: <DueText date={progress.nextDueOn} />
        </span>
      )}
    </div>
  );
}
