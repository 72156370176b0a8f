import { create } from 'zustand';
import type { Job } from '../../shared/contract/answer.ts';

const useJobStore = create<{ jobs: readonly Job[] }>(() => ({ jobs: [] }));

/** Takes in one progress event. A finished job stays readable so that its end can be reported. */
export function noteJob(job: Job): void {
  useJobStore.setState(({ jobs }) => ({ jobs: [...jobs.filter(({ id }) => id !== job.id), job].slice(-20) }));
}

/** Calls `ended` once for each job that comes to its end. Returns the way to stop. */
export function onJobEnd(ended: (job: Job) => void): () => void {
  return useJobStore.subscribe(({ jobs }, { jobs: before }) => {
    for (const job of jobs) {
      const was = before.find(({ id }) => id === job.id);
      if (job.state !== 'running' && was?.state === 'running') ended(job);
    }
  });
}

/** Long work that runs now. */
export function useRunningJobs(): readonly Job[] {
  const jobs = useJobStore((state) => state.jobs);
  return jobs.filter(({ state }) => state === 'running');
}

/** One job by id, also after its end; undefined while nothing was heard of it. */
export function useJob(id: string | null): Job | undefined {
  return useJobStore((state) => state.jobs.find((job) => job.id === id));
}
