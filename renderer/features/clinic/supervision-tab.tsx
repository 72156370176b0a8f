import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { BroughtCase } from '../../../shared/contract/supervision.ts';
import { listName } from '../../../shared/domain/name.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import type { Asked } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Stack } from '../../components/columns.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateText } from '../../components/dates.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { ReviewDialog } from './review-dialog.tsx';

/** Cases brought to supervision: what waits, longest first, and what was decided before. */
export function SupervisionTab({ asked }: { readonly asked: Asked<OutputOf<'supervision.list'>> }) {
  return (
    <Loaded asked={asked} loading="Opening the list">
      {({ waiting, reviewed }) => (
        <Stack>
          <Panel title="Waiting for review" count={waiting.length} flush={waiting.length > 0}>
            {waiting.length === 0 ? (
              <EmptyState title="Nothing waits">
                <p>Bring a case from “Not improving”, “Stopped coming”, or the Progress tab of a person.</p>
              </EmptyState>
            ) : (
              <ul className="ot-clinic__list">
                {waiting.map((brought) => (
                  <Line key={brought.id} brought={brought} />
                ))}
              </ul>
            )}
          </Panel>
          {reviewed.length > 0 && (
            <Panel title="Reviewed" count={reviewed.length} flush>
              <ul className="ot-clinic__list">
                {reviewed.map((brought) => (
                  <Line key={brought.id} brought={brought} />
                ))}
              </ul>
            </Panel>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function Line({ brought }: { readonly brought: BroughtCase }) {
  const { person, broughtBy, broughtOn, question, review, mayReview, mayWithdraw } = brought;
  const [doing, setDoing] = useState<'review' | 'withdraw' | null>(null);
  const name = listName(person.name);
  return (
    <li className="ot-clinic__brought">
      <div className="ot-clinic__who">
        <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'progress' }}>
          {name}
        </Link>
        <span className="ot-muted">
          {broughtBy.name}, <DateText value={broughtOn} />
        </span>
        {review && <Tag tone="green">{wordOf('supervision-decision', review.decision)}</Tag>}
      </div>
      <div className="ot-clinic__last">
        <p>{question}</p>
        {review && (
          <p>
            <span className="ot-muted">
              {review.by}, <DateText value={review.on} />:
            </span>{' '}
            {review.note === '' ? <span className="ot-muted">no notes</span> : review.note}
          </p>
        )}
      </div>
      <span className="ot-clinic__deeds">
        {mayReview && (
          <Button size="small" aria-label={`Review: ${name}`} onClick={() => setDoing('review')}>
            Review
          </Button>
        )}
        {mayWithdraw && (
          <Button size="small" look="quiet" aria-label={`Take back: ${name}`} onClick={() => setDoing('withdraw')}>
            Take back
          </Button>
        )}
      </span>
      {doing === 'review' && <ReviewDialog brought={brought} onClose={() => setDoing(null)} />}
      {doing === 'withdraw' && <Withdraw brought={brought} onClose={() => setDoing(null)} />}
    </li>
  );
}

function Withdraw({ brought, onClose }: { readonly brought: BroughtCase; readonly onClose: () => void }) {
  const { tell, telling } = useTell('supervision.withdraw');
  const carryOut = async (reason: string) => {
    const answer = await tell({ supervisionId: brought.id, reason });
    onClose();
    if (!answer.ok) return toast({ message: answer.error.message, tone: 'urgent' });
    toast({ message: 'The case is taken back' });
  };
  return (
    <ConfirmDialog
      open
      title={`Take back ${listName(brought.person.name)}?`}
      confirm="Take it back"
      busy={telling}
      reasonLabel="Why?"
      onConfirm={(reason) => void carryOut(reason)}
      onCancel={onClose}
    >
      <p>It leaves the list. It can be brought again with another question.</p>
    </ConfirmDialog>
  );
}
