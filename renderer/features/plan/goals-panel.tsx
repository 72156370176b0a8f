import { useState } from 'react';
import type { GoalView } from '../../../shared/contract/plan-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import {
  type GoalStep,
  goalCanBeRated,
  goalIsOpen,
  goalStatusLabel,
  goalStatusSchema,
  goalSteps,
} from '../../../shared/domain/goal-lifecycle.ts';
import { ratingMeaning, ratingNumber } from '../../../shared/domain/goal-rating.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DueText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { GoalForm } from './goal-form.tsx';
import type { PlanPanelProps } from './plan-tab.tsx';
import { RateForm } from './rate-form.tsx';
import { RatingTrend } from './rating-trend.tsx';

type Opened = { readonly what: 'edit' | 'rate'; readonly goal: GoalView } | 'new' | null;

/** Goals in the person's words, how far each is, and its next step. */
export function GoalsPanel({ personId, page, mayWrite }: PlanPanelProps) {
  const [opened, setOpened] = useState<Opened>(null);
  const open = page.goals.filter(({ status }) => goalIsOpen(status));
  const closed = page.goals.filter(({ status }) => !goalIsOpen(status));
  const close = () => setOpened(null);
  const line = (goal: GoalView) => (
    <GoalLine
      key={goal.id}
      goal={goal}
      mayWrite={mayWrite}
      onEdit={() => setOpened({ what: 'edit', goal })}
      onRate={() => setOpened({ what: 'rate', goal })}
    />
  );
  return (
    <Panel
      title="Goals"
      count={open.length}
      actions={
        mayWrite && (
          <Button size="small" icon="plus" onClick={() => setOpened('new')}>
            Add a goal
          </Button>
        )
      }
    >
      {open.length === 0 ? (
        <p className="ot-muted">No goals yet. Ask what the person hopes for.</p>
      ) : (
        <ul className="ot-plan-list">{open.map(line)}</ul>
      )}
      {closed.length > 0 && (
        <Details summary={closed.length === 1 ? '1 earlier goal' : `${closed.length} earlier goals`}>
          <ul className="ot-plan-list">{closed.map(line)}</ul>
        </Details>
      )}
      {opened !== null && (opened === 'new' || opened.what === 'edit') && (
        <Dialog open width="wide" title={opened === 'new' ? 'Add a goal' : 'Change the goal'} onClose={close}>
          <GoalForm personId={personId} page={page} goal={opened === 'new' ? null : opened.goal} onClose={close} />
        </Dialog>
      )}
      {opened !== null && opened !== 'new' && opened.what === 'rate' && (
        <Dialog open title="Rate the goal" onClose={close}>
          <RateForm goal={opened.goal} onClose={close} />
        </Dialog>
      )}
    </Panel>
  );
}

interface GoalLineProps {
  readonly goal: GoalView;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  readonly onRate: () => void;
}

function GoalLine({ goal, mayWrite, onEdit, onRate }: GoalLineProps) {
  const { words, domain, status, statusReason, targetOn, importance, baseline, scale, ratings } = goal;
  const last = ratings.at(-1);
  return (
    <li className="ot-plan-item ot-plan-item--tall">
      <div className="ot-plan-item__words">
        <p className="ot-plan-item__title">{words}</p>
        <p className="ot-plan-item__facts">
          <Tag tone={status === 'active' ? 'blue' : status === 'completed' ? 'green' : 'grey'}>
            {goalStatusLabel(status)}
          </Tag>
          <span>{wordOf('life-domain', domain)}</span>
          {importance !== null && <span>Importance {importance} out of 10</span>}
          {targetOn !== null && goalIsOpen(status) && (
            <span>
              Target {formatDate(targetOn)} (<DueText date={targetOn} />)
            </span>
          )}
        </p>
        {statusReason !== '' && <p className="ot-person-because">{statusReason}</p>}
        {baseline !== null && baseline.words !== '' && (
          <p className="ot-person-because">Where it started: {baseline.words}</p>
        )}
        {last ? (
          <p>
            Now <b>{ratingNumber(last.rating)}</b>: {ratingMeaning(scale, last.rating)}
          </p>
        ) : (
          goalIsOpen(status) && <p className="ot-muted">Not rated yet</p>
        )}
        <RatingTrend goal={goal} />
      </div>
      {mayWrite && (
        <div className="ot-plan-item__actions">
          {goalCanBeRated(status) && (
            <Button size="small" onClick={onRate}>
              Rate<span className="nhsuk-u-visually-hidden">: {words}</span>
            </Button>
          )}
          {goalIsOpen(status) && (
            <Button look="quiet" size="small" onClick={onEdit}>
              Change<span className="nhsuk-u-visually-hidden">: {words}</span>
            </Button>
          )}
          <GoalStepButtons goal={goal} />
        </div>
      )}
    </li>
  );
}

function GoalStepButtons({ goal }: { readonly goal: GoalView }) {
  const [asked, setAsked] = useState<GoalStep | null>(null);
  const { tell, telling } = useTell('plans.moveGoal');
  const status = goalStatusSchema.safeParse(goal.status);
  if (!status.success) return null;
  const move = async ({ to }: GoalStep, reason: string) => {
    setAsked(null);
    const answer = await tell({ goalId: goal.id, heads: goal.heads, to, reason });
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
    else toast({ message: `Goal: ${goalStatusLabel(to).toLowerCase()}` });
  };
  return (
    <>
      {goalSteps(status.data).map((step) => (
        <Button
          key={step.to}
          look="quiet"
          size="small"
          busy={telling}
          onClick={() => (step.needsReason ? setAsked(step) : void move(step, ''))}
        >
          {step.label}
          <span className="nhsuk-u-visually-hidden">: {goal.words}</span>
        </Button>
      ))}
      <ConfirmDialog
        open={asked !== null}
        title={asked?.label ?? ''}
        confirm={asked?.label ?? ''}
        reasonLabel="Why"
        busy={telling}
        onConfirm={(reason) => asked !== null && void move(asked, reason)}
        onCancel={() => setAsked(null)}
      >
        <p>{goal.words}</p>
      </ConfirmDialog>
    </>
  );
}
