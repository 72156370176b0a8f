import type { EngineEvent, Failure, Job } from '../../shared/contract/answer.ts';
import { AppError } from '../../shared/errors.ts';

/** Long work's side of a job: tells how far it is, and learns that it shall stop. */
export interface Progress {
  readonly id: string;
  /** Tells progress; throws `cancelled` when the person asked to stop. Call it between steps. */
  step(done: number, total?: number): void;
}

/** The long jobs under way. */
export interface Jobs {
  /** Registers a job and runs it; its end is announced whatever happens, and its result or failure passed on. */
  run<T>(
    title: string,
    unit: string,
    work: (progress: Progress) => T | Promise<T>,
    options?: { unasked: boolean },
  ): Promise<T>;
  /** Asks a job to stop at its next step. False when there is none of that id. */
  cancel(id: string): boolean;
  readonly running: readonly Job[];
}

/**
 * Keeps long jobs. `poll` lets cancel requests in while a job holds the thread: the worker looks into its inbox for
 * them and leaves everything else there.
 */
export function createJobs(newId: () => string, emit: (event: EngineEvent) => void, poll: () => void): Jobs {
  const jobs = new Map<string, Job>();
  const cancelled = new Set<string>();
  const update = (job: Job, change: Partial<Job>) => {
    const next = { ...job, ...change };
    if (next.state === 'running') jobs.set(job.id, next);
    else jobs.delete(job.id);
    emit({ kind: 'progress', job: next });
    return next;
  };
  return {
    get running() {
      return [...jobs.values()];
    },
    cancel: (id) => {
      if (jobs.has(id)) cancelled.add(id);
      return jobs.has(id);
    },
    run: async (title, unit, work, options) => {
      let job = update({ id: newId(), title, unit, state: 'running', done: 0, total: null, ...options }, {});
      const step = (done: number, total?: number) => {
        poll();
        if (cancelled.has(job.id)) throw new AppError('cancelled', 'Stopped. Nothing of it was kept.');
        job = update(job, total === undefined ? { done } : { done, total });
      };
      try {
        const result = await work({ id: job.id, step });
        update(job, { state: 'done' });
        return result;
      } catch (error) {
        const failure: Failure =
          error instanceof AppError
            ? { code: error.code, message: error.message }
            : { code: 'internal', message: 'Something went wrong. Nothing of it was kept.' };
        update(job, failure.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', failure });
        throw error;
      } finally {
        cancelled.delete(job.id);
      }
    },
  };
}
