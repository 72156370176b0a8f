import { useState } from 'react';
import type { DischargeListView } from '../../../shared/contract/discharge-view.ts';
import type { DischargeField } from '../../../shared/domain/discharge-fields.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Callout } from '../../components/callout.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { InstantText } from '../../components/dates.tsx';
import { formatCount } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { effectLine } from './discharge-words.ts';
import { UndoList } from './undo-list.tsx';

/** What confirming would do and the button that does it; afterwards what it did, and the way back. */
export function EffectPanel({ of }: { readonly of: DischargeListView }) {
  if (of.state === 'preview') return <Preview of={of} />;
  return (
    <>
      {of.undone !== null && (
        <Callout tone="info" title="This list was undone">
          <p>
            <InstantText value={of.undone.at} />: {of.undone.reason} To record the stays again, load the list anew.
          </p>
        </Callout>
      )}
      <Panel
        title={of.undone === null ? 'Recorded' : 'What it had done'}
        actions={
          <>
            {of.undone === null && <UndoList of={of} />}
            <ButtonLink to="/stays" search={{ view: 'follow-up' }} look="primary" icon="bed">
              See the follow-ups
            </ButtonLink>
          </>
        }
      >
        <p className="ot-discharge-effect">{effectLine(of.effect, true)}</p>
        {of.committed !== null && (
          <p className="ot-muted">
            <InstantText value={of.committed.at} />
          </p>
        )}
      </Panel>
    </>
  );
}

const needed: readonly DischargeField[] = ['dischargedOn'];

function Preview({ of }: { readonly of: DischargeListView }) {
  const [open, setOpen] = useState<'confirm' | 'columns' | null>(null);
  const commit = useTell('discharges.commit');
  const stays = of.effect.discharge + of.effect.new;
  const followUps = of.list.filter(({ followUp }) => followUp !== null).length;
  const undecided = of.list.filter(({ outcome }) => outcome === 'choose').length;
  const unmapped = needed.some((field) => of.columns.every((column) => column.field !== field));
  const left = of.columns.filter(({ field }) => field === null).length;
  return (
    <Panel
      title="If you confirm"
      actions={
        <>
          <Button icon="columns" onClick={() => setOpen('columns')}>
            Columns
          </Button>
          <Button
            look="primary"
            icon="import"
            busy={commit.telling}
            disabled={stays === 0}
            onClick={() => setOpen('confirm')}
          >
            Record the stays…
          </Button>
        </>
      }
    >
      <p className="ot-discharge-effect">{effectLine(of.effect, false)}</p>
      <p className="ot-muted">
        {left > 0 && `${left} of ${of.columns.length} columns are not used. `}
        {undecided > 0 && 'Rows where nobody is chosen stay out. '}
        Nothing is recorded before you confirm.
      </p>
      {unmapped && (
        <Callout tone="warning" title="No column says when people left">
          <p>Open “Columns” and say which one it is; lists with the same headings are then known.</p>
        </Callout>
      )}
      {commit.failure !== undefined && (
        <Callout tone="urgent" live title="Nothing was recorded">
          <p>{commit.failure.message}</p>
        </Callout>
      )}
      <ConfirmDialog
        open={open === 'confirm'}
        title={stays === 1 ? 'Record this stay?' : `Record these ${stays} stays?`}
        confirm="Record the stays"
        onConfirm={() => {
          setOpen(null);
          void commit.tell({ listId: of.id, effect: of.effect });
        }}
        onCancel={() => setOpen(null)}
      >
        <ul className="ot-bullets">
          {of.effect.discharge > 0 && (
            <li>
              {formatCount(of.effect.discharge, 'stay')} that {of.effect.discharge === 1 ? 'is' : 'are'} open will end.
            </li>
          )}
          {of.effect.new > 0 && (
            <li>
              {formatCount(of.effect.new, 'stay')} that {of.effect.new === 1 ? 'is' : 'are'} over will be added.
            </li>
          )}
          {followUps > 0 && (
            <li>
              {formatCount(followUps, 'follow-up')} {followUps === 1 ? 'becomes a task' : 'become tasks'} of the
              coordinator named in the row.
            </li>
          )}
          <li>A case that is on hold stays on hold: look at it when you see the person.</li>
        </ul>
        <p>All of it is recorded or nothing. It can be undone until somebody works with these stays.</p>
      </ConfirmDialog>
      <ColumnsDialog open={open === 'columns'} of={of} onClose={() => setOpen(null)} />
    </Panel>
  );
}
