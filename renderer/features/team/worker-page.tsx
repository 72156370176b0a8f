import { type ReactNode, useState } from 'react';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Columns, Stack } from '../../components/columns.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, NoPermission } from '../../components/states.tsx';
import { AccessPanel } from './access-panel.tsx';
import { EditWorkerPanel } from './edit-worker-panel.tsx';
import { LeavePanel } from './leave-panel.tsx';
import { workerRoute } from './routes.tsx';
import type { StaffList, Worker } from './team-view.ts';
import { WorkerFacts } from './worker-facts.tsx';

/** One worker: what is recorded, when they are away, and whether they can sign in here. */
export function WorkerPage() {
  const may = useMay('team.write');
  const { workerId } = workerRoute.useParams();
  const asked = useAsk('staff.list', {}, { enabled: may });
  const back = (
    <ButtonLink to="/team" icon="left">
      Team
    </ButtonLink>
  );
  if (!may)
    return (
      <Page title="Worker">
        <NoPermission what="The team is looked after by team leads and administrators." />
      </Page>
    );
  const worker = asked.data?.workers.find(({ id }) => id === workerId);
  if (asked.data !== undefined && worker !== undefined)
    return <WorkerSheet key={worker.id} worker={worker} list={asked.data} back={back} />;
  return (
    <Page title="Worker" actions={back}>
      <Loaded asked={asked} loading="Reading the team">
        {() => (
          <EmptyState title="There is no such worker on this device" icon="search">
            <p>They may have been added on another device that has not been exchanged with this one.</p>
          </EmptyState>
        )}
      </Loaded>
    </Page>
  );
}

interface WorkerSheetProps {
  readonly worker: Worker;
  readonly list: StaffList;
  readonly back: ReactNode;
}

function WorkerSheet({ worker, list, back }: WorkerSheetProps) {
  const [editing, setEditing] = useState(false);
  return (
    <Page
      title={worker.name}
      lead={worker.organisation}
      actions={
        <>
          {back}
          <Button look="primary" icon="edit" onClick={() => setEditing(true)}>
            Change details
          </Button>
        </>
      }
    >
      <Columns layout="main-side">
        <WorkerFacts worker={worker} list={list} />
        <Stack>
          <AccessPanel worker={worker} />
          <LeavePanel worker={worker} />
        </Stack>
      </Columns>
      <EditWorkerPanel open={editing} worker={worker} list={list} onClose={() => setEditing(false)} />
    </Page>
  );
}
