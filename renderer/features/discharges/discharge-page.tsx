import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { DischargeListView } from '../../../shared/contract/discharge-view.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Stack } from '../../components/columns.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { NoPermission } from '../../components/states.tsx';
import { toast } from '../../components/toast.ts';
import { groups } from './discharge-words.ts';
import { EffectPanel } from './effect-panel.tsx';
import { type Decide, rowColumns } from './row-columns.tsx';

const route = getRouteApi('/stays/discharges/$listId');

/** One discharge list: what each row would do, and the confirmation; afterwards what it did, and the way back. */
export function DischargePage() {
  const { listId } = route.useParams();
  const may = useMay('stays.write');
  const asked = useAsk('discharges.open', { listId }, { enabled: may });
  const { data } = asked;
  return (
    <Page
      title="Discharge list"
      lead={data && `${data.name}, ${formatCount(data.rows, 'row')}`}
      actions={
        <>
          <ButtonLink to="/stays/discharges">All discharge lists</ButtonLink>
          {data?.state === 'preview' && <DiscardButton of={data} />}
        </>
      }
    >
      {may ? (
        <Loaded asked={asked} loading="Going through the list">
          {(list) => <OneList of={list} />}
        </Loaded>
      ) : (
        <NoPermission what="Discharge lists are loaded by those who record stays." />
      )}
    </Page>
  );
}

function OneList({ of }: { readonly of: DischargeListView }) {
  const tell = useTell('discharges.decide');
  const decide: Decide | null =
    of.state === 'preview'
      ? async (line, decision) => {
          const answer = await tell.tell({ listId: of.id, line, decision });
          if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
        }
      : null;
  return (
    <Stack>
      <EffectPanel of={of} />
      {groups.map(({ title, outcomes }) => {
        const rows = of.list.filter(({ outcome }) => outcomes.includes(outcome));
        return (
          rows.length > 0 && (
            <Panel key={title} title={title} count={rows.length} flush>
              <SimpleTable
                caption={title}
                columns={rowColumns(decide, tell.telling)}
                rows={rows}
                rowId={({ line }) => String(line)}
              />
            </Panel>
          )
        );
      })}
    </Stack>
  );
}

function DiscardButton({ of }: { readonly of: DischargeListView }) {
  const [asking, setAsking] = useState(false);
  const navigate = route.useNavigate();
  const discard = useTell('discharges.discard', { onDone: () => void navigate({ to: '/stays/discharges' }) });
  return (
    <>
      <Button icon="cross" busy={discard.telling} onClick={() => setAsking(true)}>
        Discard
      </Button>
      <ConfirmDialog
        open={asking}
        title="Discard this list?"
        confirm="Discard the list"
        danger
        onConfirm={() => {
          setAsking(false);
          void discard.tell({ listId: of.id });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>The rows and what was decided about them are removed from this device. No record is changed.</p>
      </ConfirmDialog>
    </>
  );
}
