import { useState } from 'react';
import type { FindingView } from '../../../shared/contract/review.ts';
import { useTell } from '../../client/commands.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { toast } from '../../components/toast.ts';
import { AssignDialog } from '../cases/assign-dialog.tsx';
import { isAboutSameness } from './finding-words.ts';

type Decision = 'not-the-same' | 'accepted';

const asked: Readonly<Record<Decision, { title: string; confirm: string; what: string; reason: string }>> = {
  'not-the-same': {
    title: 'They are different people',
    confirm: 'Keep them apart',
    what: 'Both records stay as they are, and this finding does not come back.',
    reason: 'How you know that they are different people',
  },
  accepted: {
    title: 'Leave it as it is',
    confirm: 'Leave it as it is',
    what: 'What counts meanwhile goes on counting, and this finding does not come back.',
    reason: 'Why this is right as it is',
  },
};

/** Where a finding about one person is put right, and what the button says. */
function placeOf({ kind }: FindingView): { readonly words: string; readonly tab?: 'details' } {
  if (kind === 'contested') return { words: 'Choose between the values', tab: 'details' };
  if (kind === 'two-coordinators') return { words: 'Open the record to end one role' };
  if (kind === 'two-open-cases') return { words: 'Open the record to close one case' };
  return { words: 'Open the record' };
}

/** What can be done about a finding, by role. */
export function FindingActions({ finding }: { readonly finding: FindingView }) {
  const { kind, people, caseId } = finding;
  const mayDecide = useMay('review.decide');
  const mayMerge = useMay('people.merge');
  const mayAssign = useMay('cases.write');
  const decide = useTell('review.decide');
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const [assigning, setAssigning] = useState(false);
  const [first, second] = people;
  const same = isAboutSameness(kind);
  const place = placeOf(finding);
  const decision: Decision = same ? 'not-the-same' : 'accepted';

  const settle = async (reason: string) => {
    const answer = await decide.tell({ finding: finding.id, decision, reason });
    setDeciding(null);
    toast(answer.ok ? { message: 'Settled' } : { message: answer.error.message, tone: 'urgent' });
  };

  return (
    <div className="ot-person-deeds">
      {same && mayMerge && first !== undefined && second !== undefined && (
        <ButtonLink
          size="small"
          look="primary"
          to="/people/$personId/merge/$otherId"
          params={{ personId: first.id, otherId: second.id }}
        >
          Compare and merge
        </ButtonLink>
      )}
      {kind === 'no-coordinator' && mayAssign && caseId !== null && (
        <Button size="small" look="primary" onClick={() => setAssigning(true)}>
          Name a coordinator
        </Button>
      )}
      {!same && first !== undefined && (
        <ButtonLink
          size="small"
          to="/people/$personId"
          params={{ personId: first.id }}
          search={place.tab === undefined ? {} : { tab: place.tab }}
        >
          {place.words}
        </ButtonLink>
      )}
      {mayDecide && kind !== 'no-coordinator' && kind !== 'contested' && (
        <Button size="small" onClick={() => setDeciding(decision)}>
          {same ? 'Not the same person' : 'Leave it as it is'}
        </Button>
      )}
      {same && !mayMerge && <span className="ot-muted">Your team lead merges records or keeps them apart.</span>}
      <ConfirmDialog
        open={deciding !== null}
        title={asked[decision].title}
        confirm={asked[decision].confirm}
        reasonLabel={asked[decision].reason}
        busy={decide.telling}
        onConfirm={(reason) => void settle(reason)}
        onCancel={() => setDeciding(null)}
      >
        <p>{asked[decision].what}</p>
      </ConfirmDialog>
      {caseId !== null && (
        <AssignDialog open={assigning} caseId={caseId} withoutCoordinator onClose={() => setAssigning(false)} />
      )}
    </div>
  );
}
