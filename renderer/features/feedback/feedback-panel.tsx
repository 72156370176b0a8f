import { useState } from 'react';
import type { FeedbackView } from '../../../shared/contract/feedback.ts';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { FeedbackCard } from './feedback-card.tsx';
import { RecordFeedback } from './record-feedback.tsx';

const isSettled = ({ status, voided }: FeedbackView): boolean => status === 'closed' || voided !== null;

/** What was said about the care of a person, in their own words, and what was done about it. */
export function FeedbackPanel({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('feedback.ofPerson', { personId: person.id });
  const mayEdit = useMay('feedback.write') && person.banner.mergedInto === null && person.banner.voided === null;
  const [recording, setRecording] = useState(false);
  return (
    <Panel
      title="Feedback"
      actions={
        mayEdit && (
          <Button size="small" icon="plus" onClick={() => setRecording(true)}>
            Record feedback
          </Button>
        )
      }
    >
      <Loaded asked={asked} loading="Reading the feedback">
        {({ feedback }) => <FeedbackCards feedback={feedback} mayEdit={mayEdit} />}
      </Loaded>
      <RecordFeedback open={recording} personId={person.id} onClose={() => setRecording(false)} />
    </Panel>
  );
}

interface FeedbackCardsProps {
  readonly feedback: readonly FeedbackView[];
  readonly mayEdit: boolean;
}

function FeedbackCards({ feedback, mayEdit }: FeedbackCardsProps) {
  const settled = feedback.filter(isSettled);
  const open = feedback.filter((each) => !isSettled(each));
  if (feedback.length === 0)
    return <p className="ot-muted">Nothing yet. Keep what the person says about their care in their own words.</p>;
  return (
    <>
      {open.length === 0 ? (
        <p className="ot-muted">Nothing waits for an answer.</p>
      ) : (
        <ul className="ot-feedback">
          {open.map((each) => (
            <FeedbackCard key={each.id} feedback={each} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <Details summary={`Closed (${settled.length})`}>
          <ul className="ot-feedback">
            {settled.map((each) => (
              <FeedbackCard key={each.id} feedback={each} mayEdit={mayEdit} />
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
