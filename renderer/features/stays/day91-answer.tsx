import type { StayView } from '../../../shared/contract/stay-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { DueText } from '../../components/dates.tsx';
import { toast } from '../../components/toast.ts';

type Outcome = ReturnType<typeof codeOptions<'day91-outcome'>>[number]['value'];

interface Day91AnswerProps {
  readonly stay: StayView;
  readonly mayEdit: boolean;
}

/** Where the person was on day 91 of reablement: asked from that day on, answered with one press. */
export function Day91Answer({ stay, mayEdit }: Day91AnswerProps) {
  const today = useToday();
  const { tell } = useTell('stays.day91');
  const undo = useTell('stays.undo');
  const { day91 } = stay;
  if (day91 === null) return null;
  const { dueOn, outcome } = day91;
  const say = async (answer: Outcome | null) => {
    const said = await tell({ stayId: stay.id, heads: stay.heads, outcome: answer });
    toast(
      said.ok
        ? { message: 'Day 91 recorded', undo: () => void undo.tell({ stayId: stay.id }) }
        : { message: said.error.message, tone: 'urgent' },
    );
  };
  const asked = mayEdit && outcome === null && dueOn <= today;
  return (
    <div className="ot-stay-answer">
      <span className="ot-stay-answer__words">
        <b>Day 91</b>{' '}
        {outcome !== null ? (
          <span>{`${wordOf('day91-outcome', outcome)} on ${formatDate(dueOn)}`}</span>
        ) : (
          <>
            <DueText date={dueOn} />{' '}
            <span className="ot-muted">{formatDate(dueOn)}: still at home after reablement?</span>
          </>
        )}
      </span>
      {asked && (
        <span className="ot-person-deeds">
          {codeOptions('day91-outcome').map(({ value, label }) => (
            <Button key={value} size="small" onClick={() => void say(value)}>
              {label}
            </Button>
          ))}
        </span>
      )}
      {mayEdit && outcome !== null && (
        <Button size="small" look="quiet" onClick={() => void say(null)}>
          Answer again
        </Button>
      )}
    </div>
  );
}
