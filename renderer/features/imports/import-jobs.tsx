import { useEffect, useRef } from 'react';
import type { Job } from '../../../shared/contract/answer.ts';
import { importJobs } from '../../../shared/contract/imports.ts';
import { useTell } from '../../client/commands.ts';
import { useRunningJobs } from '../../client/jobs.ts';
import { ProgressPanel } from '../../components/progress-panel.tsx';

const titles: readonly string[] = Object.values(importJobs);

/** The import that is under way on this device, if any: there is one at a time. */
export function useImportJob(): Job | undefined {
  return useRunningJobs().find(({ title }) => titles.includes(title));
}

/** How far the import under way is, with the way to stop it. */
export function ImportProgress() {
  const job = useImportJob();
  const cancel = useTell('jobs.cancel');
  const place = useRef<HTMLDivElement>(null);
  const id = job?.id;
  // Below a long list of columns it would begin out of sight.
  useEffect(() => {
    if (id !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  if (job === undefined) return null;
  return (
    <div ref={place}>
      <ProgressPanel job={job} onCancel={() => void cancel.tell({ id: job.id })} />
    </div>
  );
}
