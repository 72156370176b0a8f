import { useState } from 'react';
import { daysBetween, localDateOf } from '../../../shared/domain/british-date.ts';
import { useTell } from '../../client/commands.ts';
import { useRunningJobs } from '../../client/jobs.ts';
import { useToday } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Columns, Stack } from '../../components/columns.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProgressPanel } from '../../components/progress-panel.tsx';
import { EmptyState, NoPermission } from '../../components/states.tsx';
import { BackupTable } from './backup-table.tsx';
import { type Backup, oldAfterDays } from './backup-words.ts';
import { KeptBackups } from './kept-backups.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** The backups of this device: what there is, making one, putting one back. */
export function BackupsPage() {
  return useMay('backups.run') ? (
    <Backups />
  ) : (
    <Page title="Backups">
      <NoPermission what="Backups are for team leads and administrators." />
    </Page>
  );
}

function Backups() {
  const asked = useAsk('backups.list', {});
  const make = useTell('backups.make');
  const cancel = useTell('jobs.cancel');
  const jobs = useRunningJobs().filter(({ title }) => /backup/iu.test(title));
  const restores = useMay('backups.restore');
  const [restoring, setRestoring] = useState<Backup | null>(null);
  return (
    <Page
      title="Backups"
      lead="Each is a whole, encrypted copy of the record on this device, checked when it is made."
      actions={
        <Button look="primary" icon="backup" busy={make.telling || jobs.length > 0} onClick={() => void make.tell({})}>
          Make a backup now
        </Button>
      }
    >
      <Stack>
        {jobs.map((job) => (
          <ProgressPanel key={job.id} job={job} onCancel={() => void cancel.tell({ id: job.id })} />
        ))}
        {make.failure !== undefined && make.failure.code !== 'cancelled' && (
          <Callout tone="urgent" live title={make.failure.message} />
        )}
        <Loaded asked={asked} loading="Looking for backups">
          {({ backups }) => (
            <Stack>
              <OldBackup newest={backups[0]} />
              <Columns layout="main-side">
                <Panel title="On this device" count={backups.length} flush>
                  {backups.length === 0 ? (
                    <EmptyState title="There is no backup yet" icon="backup">
                      <p>Make one now. From then on one is made by itself at the first sign-in of each day.</p>
                    </EmptyState>
                  ) : (
                    <BackupTable backups={backups} {...(restores && { onRestore: setRestoring })} />
                  )}
                </Panel>
                <KeptBackups restores={restores} />
              </Columns>
            </Stack>
          )}
        </Loaded>
      </Stack>
      <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />
    </Page>
  );
}

/** Says so when the newest backup is old. */
function OldBackup({ newest }: { readonly newest: Backup | undefined }) {
  const today = useToday();
  const days = newest === undefined ? 0 : daysBetween(localDateOf(newest.madeAt), today);
  if (days <= oldAfterDays) return null;
  return (
    <Callout tone="warning" title={`The newest backup is ${days} days old.`}>
      <p>
        One should have been made at each day’s first sign-in. Make one now; if that fails, look for room on the disk.
      </p>
    </Callout>
  );
}
