import type { AnswerView } from '../../../shared/contract/assessments.ts';
import { needLevelWords } from '../../../shared/domain/need-level.ts';
import { DateText } from '../../components/dates.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tone.ts';

const levelTone: Readonly<Record<number, Tone>> = { 0: 'green', 1: 'green', 2: 'yellow', 3: 'orange', 4: 'red' };

/** The need of a life domain in words. */
export function NeedTag({ level }: { readonly level: number }) {
  return <Tag tone={levelTone[level] ?? 'grey'}>Need {needLevelWords(level)}</Tag>;
}

/** Who asked, of which organisation, and when: so that nobody asks twice. */
export function WhoAsked({ answer }: { readonly answer: AnswerView }) {
  const { askedBy, askedOn, source } = answer;
  return (
    <span className="ot-assessment__who">
      Asked by {[askedBy.name, askedBy.organisation].filter(Boolean).join(', ')} on <DateText value={askedOn} />
      {source !== '' && `. Source: ${source}`}
    </span>
  );
}

/** What was said of a life domain, strengths first. */
export function AnswerWords({ answer }: { readonly answer: AnswerView }) {
  const parts = [
    ['Strengths', answer.strengths],
    ['What helps', answer.helps],
    ['Note', answer.note],
  ] as const;
  return parts.map(
    ([term, words]) =>
      words !== '' && (
        <p key={term}>
          <b>{term}:</b> {words}
        </p>
      ),
  );
}
