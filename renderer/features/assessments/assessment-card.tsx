import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { formatCount } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';
import { EmptyState } from '../../components/states.tsx';
import { openPanel } from '../frame/panels.ts';
import { AnswerWords, NeedTag, WhoAsked } from './answer-words.tsx';
import { VoidAnswer } from './void-answer.tsx';

type Domain = OutputOf<'assessments.open'>['domains'][number];

/** What is known of the whole person, by life domain. */
export function AssessmentCard({
  person,
  opened,
}: {
  readonly person: PersonPageView;
  readonly opened: OutputOf<'assessments.open'>;
}) {
  const writes = useMay('assessments.write') && person.banner.mergedInto === null && person.banner.voided === null;
  const asked = opened.domains.filter(({ current }) => current !== null);
  const open = opened.domains.filter(({ current }) => current === null);
  return (
    <Panel
      title="Shared assessment"
      flush={asked.length > 0}
      actions={
        writes && (
          <Button size="small" icon="edit" onClick={() => openPanel('assessment', { personId: person.id })}>
            {opened.draft !== null ? 'Go on with your draft' : asked.length === 0 ? 'Begin' : 'Update'}
          </Button>
        )
      }
    >
      {asked.length === 0 ? (
        <EmptyState title="Nothing has been asked yet" icon="note">
          <p>Whoever is with the person first begins; everybody who is involved goes on from there.</p>
        </EmptyState>
      ) : (
        <>
          {asked.map((domain) => (
            <Answer key={domain.domain} personId={person.id} domain={domain} writes={writes} />
          ))}
          {open.length > 0 && (
            <p className="ot-assessment__open">
              Not asked yet: {open.map(({ domain }) => wordOf('life-domain', domain)).join(', ')}
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

interface AnswerProps {
  readonly personId: string;
  readonly domain: Domain;
  readonly writes: boolean;
}

function Answer({ personId, domain: { domain, current, earlier }, writes }: AnswerProps) {
  const [voiding, setVoiding] = useState<string | null>(null);
  if (current === null) return null;
  const words = wordOf('life-domain', domain);
  return (
    <section className="ot-assessment__answer" aria-label={words}>
      <div>
        <h3 className="ot-assessment__domain">{words}</h3>
        {current.level !== null && <NeedTag level={current.level} />}
      </div>
      <div className="ot-assessment__said">
        <AnswerWords answer={current} />
        <div className="ot-assessment__foot">
          <WhoAsked answer={current} />
          {writes && (
            <Button
              size="small"
              look="quiet"
              aria-label={`Update: ${words}`}
              onClick={() => openPanel('assessment', { personId, domain })}
            >
              Update
            </Button>
          )}
          {writes && current.mayVoid && (
            <Button size="small" look="quiet" aria-label={`Void: ${words}`} onClick={() => setVoiding(current.id)}>
              Void
            </Button>
          )}
        </div>
        {earlier.length > 0 && (
          <Details summary={`${formatCount(earlier.length, 'earlier answer')}`}>
            {earlier.map((answer) => (
              <div className="ot-assessment__earlier" key={answer.id}>
                {answer.level !== null && <NeedTag level={answer.level} />}
                <AnswerWords answer={answer} />
                <WhoAsked answer={answer} />
              </div>
            ))}
          </Details>
        )}
      </div>
      {voiding !== null && <VoidAnswer answerId={voiding} words={words} onClose={() => setVoiding(null)} />}
    </section>
  );
}
