import { useState } from 'react';
import type { SelfManagementView } from '../../../shared/contract/plan-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { DueText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Panel } from '../../components/panel.tsx';
import { toast } from '../../components/toast.ts';
import type { PlanPanelProps } from './plan-tab.tsx';
import { SelfManagementForm } from './self-management-form.tsx';

type Editing = { readonly plan: SelfManagementView | null; readonly condition: string } | null;

/** What the person does themselves about each condition, and which conditions still want a plan. */
export function SelfManagementPanel({ personId, page, mayWrite }: PlanPanelProps) {
  const [editing, setEditing] = useState<Editing>(null);
  const current = page.selfManagement.filter(({ endedOn }) => endedOn === null);
  const ended = page.selfManagement.filter(({ endedOn }) => endedOn !== null);
  const line = (plan: SelfManagementView) => (
    <PlanLine
      key={plan.id}
      plan={plan}
      mayWrite={mayWrite}
      onEdit={() => setEditing({ plan, condition: plan.condition })}
    />
  );
  return (
    <Panel
      title="Self-management plans"
      count={current.length}
      actions={
        mayWrite && (
          <Button size="small" icon="plus" onClick={() => setEditing({ plan: null, condition: '' })}>
            Add a self-management plan
          </Button>
        )
      }
    >
      {page.conditionsWithoutPlan.map((condition) => (
        <p className="ot-plan-missing" key={condition}>
          <span>No plan for {wordOf('condition', condition)} yet.</span>
          {mayWrite && (
            <Button size="small" onClick={() => setEditing({ plan: null, condition })}>
              Write it<span className="nhsuk-u-visually-hidden"> for {wordOf('condition', condition)}</span>
            </Button>
          )}
        </p>
      ))}
      {current.length > 0 && <ul className="ot-plan-list">{current.map(line)}</ul>}
      {current.length === 0 && page.conditionsWithoutPlan.length === 0 && (
        <p className="ot-muted">No self-management plan yet.</p>
      )}
      {ended.length > 0 && (
        <Details summary={ended.length === 1 ? '1 ended plan' : `${ended.length} ended plans`}>
          <ul className="ot-plan-list">{ended.map(line)}</ul>
        </Details>
      )}
      {editing !== null && (
        <Dialog
          open
          width="wide"
          title={editing.plan === null ? 'Add a self-management plan' : 'Change the self-management plan'}
          onClose={() => setEditing(null)}
        >
          <SelfManagementForm
            personId={personId}
            plan={editing.plan}
            condition={editing.condition}
            onClose={() => setEditing(null)}
          />
        </Dialog>
      )}
    </Panel>
  );
}

interface PlanLineProps {
  readonly plan: SelfManagementView;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}

const zones = ['green', 'amber', 'red'] as const;
const zoneWords = { green: 'Green', amber: 'Amber', red: 'Red' } as const;

function PlanLine({ plan, mayWrite, onEdit }: PlanLineProps) {
  const { id, heads, condition, content, agreedOn, reviewDueOn, endedOn } = plan;
  const today = useToday();
  const { tell, telling } = useTell('plans.endSelfManagement');
  const name = wordOf('condition', condition);
  const end = async (on: string | null) => {
    const answer = await tell({ selfManagementId: id, heads, endedOn: on });
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
    else toast({ message: on === null ? 'Plan taken up again' : 'Plan ended' });
  };
  return (
    <li className="ot-plan-item">
      <div className="ot-plan-item__words">
        <p className="ot-plan-item__title">{name}</p>
        <p className="ot-plan-item__facts">
          <span>{agreedOn === null ? 'Not agreed yet' : `Agreed ${formatDate(agreedOn)}`}</span>
          {endedOn !== null && <span>Ended {formatDate(endedOn)}</span>}
          {reviewDueOn !== null && endedOn === null && (
            <span>
              Review: <DueText date={reviewDueOn} />
            </span>
          )}
        </p>
        {content.everyday.length > 0 && <p className="ot-person-because">Every day: {content.everyday.join('; ')}</p>}
        <ul className="ot-zones">
          {zones
            .filter((zone) => content[zone].signs !== '' || content[zone].do !== '')
            .map((zone) => (
              <li className={`ot-zones__zone ot-zones__zone--${zone}`} key={zone}>
                <b>{zoneWords[zone]}:</b> {[content[zone].signs, content[zone].do].filter(Boolean).join(' → ')}
              </li>
            ))}
        </ul>
      </div>
      {mayWrite && (
        <div className="ot-plan-item__actions">
          {endedOn === null ? (
            <>
              <Button look="quiet" size="small" onClick={onEdit}>
                Change<span className="nhsuk-u-visually-hidden">: {name}</span>
              </Button>
              <Button look="quiet" size="small" busy={telling} onClick={() => void end(today)}>
                End<span className="nhsuk-u-visually-hidden">: {name}</span>
              </Button>
            </>
          ) : (
            <Button look="quiet" size="small" busy={telling} onClick={() => void end(null)}>
              Take up again<span className="nhsuk-u-visually-hidden">: {name}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
