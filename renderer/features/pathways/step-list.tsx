import { useState } from 'react';
import type { PathwayStepView, PathwayView } from '../../../shared/contract/pathways.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { isTeamStep } from '../../../shared/domain/pathways.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { DateText, DueText } from '../../components/dates.tsx';
import { Icon } from '../../components/icon.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { StepDoneDialog, StepSkipDialog } from './step-dialog.tsx';
import { StepTaskDialog } from './task-dialog.tsx';
import { isUnderWay } from './words.ts';

type Deed = 'done' | 'skip' | 'task';

/** How a step stands: done with what shows it, not needed with the reason, or due. */
function Standing({ step, open }: { readonly step: PathwayStepView; readonly open: boolean }) {
  const { result, dueOn, task } = step;
  if (result !== null) {
    const words = result.how === 'done' ? 'Done' : 'Not needed';
    return (
      <span className="ot-step__standing">
        <span>
          <Tag tone={result.how === 'done' ? 'green' : 'grey'}>{words}</Tag> {formatDate(result.on)}, {result.by}
        </span>
        {(result.evidence ?? result.reason) !== null && (
          <span className="ot-person-because">{result.evidence ?? result.reason}</span>
        )}
      </span>
    );
  }
  return (
    <span className="ot-step__standing">
      {dueOn !== null && (
        <span>
          {open ? (
            <>
              <DueText date={dueOn} /> <span className="ot-muted">({formatDate(dueOn)})</span>
            </>
          ) : (
            <>
              Was due <DateText value={dueOn} />
            </>
          )}
        </span>
      )}
      {task?.status === 'open' && (
        <span className="ot-person-because">
          {task.owner === null ? 'A task of the team' : `A task of ${task.owner}`}
        </span>
      )}
    </span>
  );
}

interface StepItemProps {
  readonly step: PathwayStepView;
  readonly number: number;
  readonly open: boolean;
  readonly mayWrite: boolean;
  readonly onDeed: (deed: Deed) => void;
}

function StepItem({ step, number, open, mayWrite, onDeed }: StepItemProps) {
  const { result, words, who, evidence, task } = step;
  const back = useTell('pathways.recordStep');
  const takeBack = async () => {
    const answer = await back.tell({ stepId: step.id, heads: step.heads, result: null });
    toast(answer.ok ? { message: 'The step is open again' } : { message: answer.error.message, tone: 'urgent' });
  };
  const ofStep = <span className="nhsuk-u-visually-hidden"> {words}</span>;
  return (
    <li className={result === null ? 'ot-step' : 'ot-step ot-step--settled'}>
      <span className="ot-step__mark" aria-hidden="true">
        {result === null ? number : <Icon name={result.how === 'done' ? 'tick' : 'cross'} size={16} />}
      </span>
      <span className="ot-step__what">
        <b>{words}</b>
        <span className="ot-person-because">
          {wordOf('pathway-who', who)}
          {result === null && evidence !== null && ` · shown by: ${evidence}`}
        </span>
      </span>
      <Standing step={step} open={open} />
      {mayWrite && open && (
        <span className="ot-step__deeds">
          {result === null ? (
            <>
              <Button size="small" icon="tick" onClick={() => onDeed('done')}>
                Done{ofStep}
              </Button>
              <Button size="small" look="quiet" onClick={() => onDeed('skip')}>
                Not needed{ofStep}
              </Button>
              {isTeamStep(who) && task?.status !== 'open' && (
                <Button size="small" look="quiet" onClick={() => onDeed('task')}>
                  Make a task{ofStep}
                </Button>
              )}
            </>
          ) : (
            <Button size="small" look="quiet" busy={back.telling} onClick={() => void takeBack()}>
              Open again{ofStep}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

interface StepListProps {
  readonly pathway: PathwayView;
  readonly mayWrite: boolean;
  /** The coordinator of the case, or ''. */
  readonly coordinator: string;
}

/** All steps of a pathway in their order, each with what can be done about it. */
export function StepList({ pathway, mayWrite, coordinator }: StepListProps) {
  const [asked, setAsked] = useState<{ deed: Deed; stepId: string } | null>(null);
  const step = pathway.steps.find(({ id }) => id === asked?.stepId);
  const close = () => setAsked(null);
  return (
    <>
      <ol className="ot-steps">
        {pathway.steps.map((each, index) => (
          <StepItem
            key={each.id}
            step={each}
            number={index + 1}
            open={isUnderWay(pathway)}
            mayWrite={mayWrite}
            onDeed={(deed) => setAsked({ deed, stepId: each.id })}
          />
        ))}
      </ol>
      {step && asked?.deed === 'done' && <StepDoneDialog step={step} onClose={close} />}
      {step && asked?.deed === 'skip' && <StepSkipDialog step={step} onClose={close} />}
      {step && asked?.deed === 'task' && <StepTaskDialog step={step} usual={coordinator} onClose={close} />}
    </>
  );
}
