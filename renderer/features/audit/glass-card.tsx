import { Link } from '@tanstack/react-router';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { formatInstant } from '../../../shared/domain/british-date.ts';
import { fullName } from '../../../shared/domain/name.ts';
import { useNow } from '../../client/now.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { InstantText } from '../../components/dates.tsx';
import { Tag } from '../../components/tag.tsx';
import { wordsFor } from '../contacts/words.ts';
import { isVerdict, verdicts } from './verdicts.ts';

export type GlassUse = OutputOf<'people.breakGlassList'>['rows'][number];

/** One use: who, whose record, why, and what the review said. */
export function GlassCard({ use, onReview }: { readonly use: GlassUse; readonly onReview: () => void }) {
  const { worker, personId, personName, neighbourhood, reason, startedAt, expiresAt, review } = use;
  const own = useSession().workerId === worker.id;
  const open = Date.parse(expiresAt) > useNow().getTime();
  return (
    <article className="ot-glass__card">
      <div className="ot-glass__facts">
        <p className="ot-glass__who">
          <strong>{worker.name}</strong>
          <span className="ot-muted">
            {' '}
            {wordsFor('worker-role', worker.job)}, {worker.organisation}
          </span>
        </p>
        <p>
          opened the record of{' '}
          {personName === null ? (
            'a person'
          ) : (
            <Link to="/people/$personId" params={{ personId }}>
              {fullName(personName)}
            </Link>
          )}{' '}
          in {neighbourhood.name} on <InstantText value={startedAt} />
          {open && <Tag tone="blue">Open until {formatInstant(expiresAt)}</Tag>}
        </p>
        <blockquote className="ot-glass__reason">{reason}</blockquote>
        {review !== null && (
          <p className="ot-glass__review">
            <Tag tone={isVerdict(review.verdict) ? verdicts[review.verdict].tone : 'grey'}>
              {isVerdict(review.verdict) ? verdicts[review.verdict].label : review.verdict}
            </Tag>{' '}
            {review.by}, <InstantText value={review.at} />
            {review.note !== null && <span className="ot-glass__note">{review.note}</span>}
          </p>
        )}
      </div>
      {review === null &&
        (own ? (
          <p className="ot-muted">Your own use: another team lead or the reviewer looks at it.</p>
        ) : (
          <Button onClick={onReview}>Review</Button>
        ))}
    </article>
  );
}
