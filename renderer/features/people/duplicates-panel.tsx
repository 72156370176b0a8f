import { useAsk } from '../../client/queries.ts';
import { Panel } from '../../components/panel.tsx';
import { usePersonWatch } from '../person/details/use-person-form.ts';
import { CandidateCard } from './candidate-card.tsx';
import { draftOf } from './register-values.ts';
import { useSettled } from './use-settled.ts';

const nobody = { name: { family: '?', given: '' } };

/** People on record who may be the person being entered, looked up while typing. */
export function DuplicatesPanel() {
  const draft = useSettled(draftOf(usePersonWatch()), 350);
  const asked = useAsk(
    'people.duplicates',
    { draft: draft ?? nobody },
    { enabled: draft !== null, keepPrevious: true },
  );
  const candidates = draft === null ? [] : (asked.data?.candidates ?? []);
  return (
    <Panel
      title="On record already?"
      tone={candidates.length > 0 ? 'warning' : 'plain'}
      {...(candidates.length > 0 && { count: candidates.length })}
    >
      <div role="status">
        {candidates.length === 0 && (
          <p className="ot-muted">
            {draft === null
              ? 'Looked up while you type: by NHS number, or by name with birth date or postcode.'
              : 'Nobody like this is on record on this device.'}
          </p>
        )}
        {candidates.length > 0 && (
          <p>
            {candidates.length === 1 ? 'This may be the same person.' : 'One of these may be the same person.'} Open the
            record instead of making a second one.
          </p>
        )}
      </div>
      {candidates.map((candidate) => (
        <CandidateCard key={candidate.person.id} candidate={candidate} />
      ))}
    </Panel>
  );
}
