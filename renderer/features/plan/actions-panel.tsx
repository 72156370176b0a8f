import { useState } from 'react';
import type { ActionView } from '../../../shared/contract/plan-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DueText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { ActionForm } from './action-form.tsx';
import type { PlanPanelProps } from './plan-tab.tsx';

const owners = { person: 'The person', carer: 'Carer', organisation: 'Organisation', worker: 'Worker' } as const;

/** Who does it, in words. */
const ownerWords = ({ kind, name }: ActionView['owner']): string =>
  kind === 'carer' && name !== null ? `${name} (carer)` : (name ?? owners[kind]);

/** Who does what by when. A worker's action is a task of theirs. */
export function ActionsPanel({ personId, page, mayWrite }: PlanPanelProps) {
  const [editing, setEditing] = useState<ActionView | 'new' | null>(null);
  const planned = page.actions.filter(({ status }) => status === 'planned');
  const finished = page.actions.filter(({ status }) => status !== 'planned');
  const line = (action: ActionView) => (
    <ActionLine
      key={action.id}
      action={action}
      goal={page.goals.find(({ id }) => id === action.goalId)?.words ?? null}
      mayWrite={mayWrite}
      onEdit={() => setEditing(action)}
    />
  );
  return (
    <Panel
      title="Actions"
      count={planned.length}
      actions={
        mayWrite && (
          <Button size="small" icon="plus" onClick={() => setEditing('new')}>
            Add an action
          </Button>
        )
      }
    >
      {planned.length === 0 ? (
        <p className="ot-muted">Nothing is planned yet.</p>
      ) : (
        <ul className="ot-plan-list">{planned.map(line)}</ul>
      )}
      {finished.length > 0 && (
        <Details summary={finished.length === 1 ? '1 finished action' : `${finished.length} finished actions`}>
          <ul className="ot-plan-list">{finished.map(line)}</ul>
        </Details>
      )}
      {editing !== null && (
        <Dialog open title={editing === 'new' ? 'Add an action' : 'Change the action'} onClose={() => setEditing(null)}>
          <ActionForm
            personId={personId}
            page={page}
            action={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
          />
        </Dialog>
      )}
    </Panel>
  );
}

interface ActionLineProps {
  readonly action: ActionView;
  readonly goal: string | null;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}

function ActionLine({ action, goal, mayWrite, onEdit }: ActionLineProps) {
  const { id, heads, words, owner, dueOn, status, statusOn, outcome } = action;
  const [asked, setAsked] = useState<'done' | 'dropped' | null>(null);
  const { tell, telling } = useTell('plans.finishAction');
  const finish = async (next: ActionView['status'], said: string) => {
    setAsked(null);
    const answer = await tell({ actionId: id, heads, status: next, outcome: said });
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
    else
      toast({
        message: next === 'done' ? 'Action done' : next === 'dropped' ? 'Action dropped' : 'Action planned again',
      });
  };
  return (
    <li className="ot-plan-item">
      <div className="ot-plan-item__words">
        <p className="ot-plan-item__text">{words}</p>
        <p className="ot-plan-item__facts">
          <span>{ownerWords(owner)}</span>
          {status !== 'planned' && (
            <Tag tone={status === 'done' ? 'green' : 'grey'}>
              {status === 'done' ? 'Done' : 'Dropped'}
              {statusOn !== null && ` ${formatDate(statusOn.slice(0, 10))}`}
            </Tag>
          )}
          {status === 'planned' && dueOn !== null && (
            <span>
              {formatDate(dueOn)} (<DueText date={dueOn} />)
            </span>
          )}
          {goal !== null && <span className="ot-muted">For: {goal}</span>}
        </p>
        {outcome !== '' && <p className="ot-person-because">Outcome: {outcome}</p>}
      </div>
      {mayWrite && (
        <div className="ot-plan-item__actions">
          {status === 'planned' ? (
            <>
              <Button size="small" onClick={() => setAsked('done')}>
                Done<span className="nhsuk-u-visually-hidden">: {words}</span>
              </Button>
              <Button look="quiet" size="small" onClick={onEdit}>
                Change<span className="nhsuk-u-visually-hidden">: {words}</span>
              </Button>
              <Button look="quiet" size="small" onClick={() => setAsked('dropped')}>
                Drop<span className="nhsuk-u-visually-hidden">: {words}</span>
              </Button>
            </>
          ) : (
            <Button look="quiet" size="small" busy={telling} onClick={() => void finish('planned', '')}>
              Plan again<span className="nhsuk-u-visually-hidden">: {words}</span>
            </Button>
          )}
        </div>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={asked === 'dropped' ? 'Drop the action' : 'The action is done'}
        confirm={asked === 'dropped' ? 'Drop it' : 'Done'}
        reasonLabel={asked === 'dropped' ? 'Why' : 'What came of it'}
        busy={telling}
        onConfirm={(said) => asked !== null && void finish(asked, said)}
        onCancel={() => setAsked(null)}
      >
        <p>{words}</p>
      </ConfirmDialog>
    </li>
  );
}
