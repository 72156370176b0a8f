import { useRef } from 'react';
import type { Job } from '../../shared/contract/answer.ts';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { formatCount } from './format.ts';

interface Sample {
  readonly job: string;
  readonly at: number;
  readonly done: number;
}

/** Time left from the pace since this window first heard of the job; null while it is anybody's guess. */
function timeLeft(first: Sample, job: Job, now: number): string | null {
  const seconds = (now - first.at) / 1000;
  const progress = job.done - first.done;
  if (job.total === null || progress <= 0 || seconds < 2) return null;
  const left = Math.ceil(((job.total - job.done) * seconds) / progress);
  return left < 60 ? 'less than a minute left' : `about ${formatCount(Math.ceil(left / 60), 'minute')} left`;
}

const ending = {
  done: { tone: 'success', words: 'is done' },
  cancelled: { tone: 'info', words: 'was cancelled. Nothing of it was kept' },
  failed: { tone: 'urgent', words: 'failed' },
} as const;

/** Long work under way: counts, time left, a way to stop it, and how it ended. */
export function ProgressPanel({ job, onCancel }: { readonly job: Job; readonly onCancel?: () => void }) {
  const first = useRef<Sample | null>(null);
  const now = Date.now();
  if (first.current?.job !== job.id) first.current = { job: job.id, at: now, done: job.done };

  if (job.state !== 'running') {
    const { tone, words } = ending[job.state];
    return (
      <Callout tone={tone} live title={`${job.title} ${words}`}>
        {job.failure !== undefined && <p>{job.failure.message}</p>}
      </Callout>
    );
  }
  const left = timeLeft(first.current, job, now);
  const counted = job.done.toLocaleString('en-GB');
  const words =
    job.total === null ? `${counted} ${job.unit}` : `${counted} of ${job.total.toLocaleString('en-GB')} ${job.unit}`;
  return (
    <div className="ot-progress">
      <p className="ot-progress__title">{job.title}</p>
      <progress
        className="ot-progress__bar"
        aria-label={job.title}
        {...(job.total !== null && { value: job.done, max: Math.max(job.total, 1) })}
      />
      <div className="ot-progress__foot">
        <span>
          {words}
          {left !== null && `, ${left}`}
        </span>
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}
