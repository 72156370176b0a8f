import { useState } from 'react';
import type { FeedbackView } from '../../../shared/contract/feedback.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { isCode } from '../../../shared/domain/code-lists.ts';
import { type FeedbackStatus, nextSteps } from '../../../shared/domain/feedback-rules.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { dueWords, kindTone, saidWords, statusTone, stepWords, waitWords } from './feedback-words.ts';
import { FollowDialog } from './follow-dialog.tsx';

interface FeedbackCardProps {
  readonly feedback: FeedbackView;
  readonly mayEdit: boolean;
}

/** One thing that was said: the words first, then who answered what. */
export function FeedbackCard({ feedback, mayEdit }: FeedbackCardProps) {
  const [step, setStep] = useState<FeedbackStatus | null>(null);
  const [voiding, setVoiding] = useState(false);
  const today = useToday();
  const { id, kind, status, words, steps, recordedBy, voided, dueOn, mayVoid } = feedback;
  const spoken = <span className="nhsuk-u-visually-hidden">: {saidWords(feedback)}</span>;
  const next = isCode('feedback-status', status) ? nextSteps(status) : [];
  return (
    <li className="ot-feedback__item">
      <p className="ot-feedback__head">
        <Tag tone={kindTone[kind] ?? 'grey'}>{wordOf('feedback-kind', kind)}</Tag>
        {voided === null ? (
          <Tag tone={statusTone[status] ?? 'grey'}>{wordOf('feedback-status', status)}</Tag>
        ) : (
          <Tag tone="red">Voided</Tag>
        )}
        <span className="ot-muted">
          {saidWords(feedback)}
          {recordedBy !== '' && `, recorded by ${recordedBy}`}
          {voided === null && ` · ${waitWords(feedback)}`}
        </span>
      </p>
      <blockquote className="ot-person-words">{words}</blockquote>
      {dueOn !== null && voided === null && (
        <p className={dueOn < today ? 'ot-feedback__late' : 'ot-person-because'}>{dueWords(dueOn)}</p>
      )}
      {voided !== null && (
        <p className="ot-person-because">
          Recorded in error, says {voided.by}: {voided.reason}
        </p>
      )}
      {steps.length > 0 && (
        <ol className="ot-feedback__steps" aria-label="What was done">
          {steps.map((each, place) => (
            <li key={`${place} ${each.on} ${each.status}`}>
              <b>{each.status === 'open' ? 'Open again' : wordOf('feedback-status', each.status)}</b>{' '}
              {formatDate(each.on)}, {each.by}
              {each.note !== '' && <span className="ot-person-note">{each.note}</span>}
            </li>
          ))}
        </ol>
      )}
      {mayEdit && voided === null && (
        <div className="ot-feedback__deeds">
          {next.map((to, place) => (
            <Button
              key={to}
              size="small"
              look={place === 0 && status !== 'closed' ? 'secondary' : 'quiet'}
              onClick={() => setStep(to)}
            >
              {stepWords[to].deed}
              {spoken}
            </Button>
          ))}
          {mayVoid && (
            <Button size="small" look="quiet" onClick={() => setVoiding(true)}>
              Void{spoken}
            </Button>
          )}
        </div>
      )}
      <FollowDialog step={step} feedback={feedback} onClose={() => setStep(null)} />
      <VoidFeedback open={voiding} feedbackId={id} onClose={() => setVoiding(false)} />
    </li>
  );
}

interface VoidFeedbackProps {
  readonly open: boolean;
  readonly feedbackId: string;
  readonly onClose: () => void;
}

function VoidFeedback({ open, feedbackId, onClose }: VoidFeedbackProps) {
  const { tell, telling } = useTell('feedback.void');
  const run = async (reason: string) => {
    const answer = await tell({ feedbackId, reason });
    onClose();
    toast(answer.ok ? { message: 'Feedback voided' } : { message: answer.error.message, tone: 'urgent' });
  };
  return (
    <ConfirmDialog
      open={open}
      title="Void this feedback"
      confirm="Void the feedback"
      danger
      busy={telling}
      reasonLabel="Why it was recorded in error"
      onConfirm={(reason) => void run(reason)}
      onCancel={onClose}
    >
      <p>It stays on the record as recorded in error, and is no longer waiting for an answer.</p>
    </ConfirmDialog>
  );
}
