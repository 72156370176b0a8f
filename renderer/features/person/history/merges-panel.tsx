import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { listName } from '../../../../shared/domain/name.ts';
import { useTell } from '../../../client/commands.ts';
import { useMay } from '../../../client/session.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { DateText } from '../../../components/dates.tsx';
import { Panel } from '../../../components/panel.tsx';
import { toast } from '../../../components/toast.ts';
import { ChooseOther } from '../merge/choose-other.tsx';

type Merge = PersonPageView['merges'][number];

/** Records of the same person that were merged into this one, and the way back. */
export function MergesPanel({ person }: { readonly person: PersonPageView }) {
  const may = useMay('people.merge');
  const unmerge = useTell('people.unmerge');
  const [asking, setAsking] = useState<Merge | null>(null);
  if (person.merges.length === 0 && !may) return null;

  const undo = async ({ id }: Merge, reason: string) => {
    const answer = await unmerge.tell({ mergeId: id, reason });
    setAsking(null);
    if (!answer.ok) return toast({ message: answer.error.message, tone: 'urgent' });
    const { leftAsTheyAre } = answer.value;
    toast({
      message:
        leftAsTheyAre.length === 0
          ? 'The records are apart again'
          : `The records are apart again. Changed since, and left as they are: ${leftAsTheyAre.join(', ')}`,
    });
  };
  return (
    <Panel
      title="Merged records"
      {...(person.merges.length > 0 && { count: person.merges.length })}
      actions={may && person.banner.mergedInto === null && <ChooseOther personId={person.id} />}
    >
      {person.merges.length === 0 && <p className="ot-muted">No other record was merged into this one.</p>}
      <ul className="ot-person-people">
        {person.merges.map((merge) => (
          <li key={merge.id}>
            <p className="ot-person-people__name">
              <Link to="/people/$personId" params={{ personId: merge.mergedId }}>
                {listName(merge.name)}
              </Link>
            </p>
            <p className="ot-person-people__facts">
              <DateText value={merge.at} /> by {merge.by}
            </p>
            {may && (
              <Button size="small" icon="undo" onClick={() => setAsking(merge)}>
                Undo the merge
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== null}
        title="Undo the merge"
        confirm="Take the records apart"
        reasonLabel="Why they are different people"
        busy={unmerge.telling}
        onConfirm={(reason) => asking !== null && void undo(asking, reason)}
        onCancel={() => setAsking(null)}
      >
        <p>Both records become what they were before. What was entered since stays where it is.</p>
      </ConfirmDialog>
    </Panel>
  );
}
