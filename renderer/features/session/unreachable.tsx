import type { Failure } from '../../../shared/contract/answer.ts';
import { Button } from '../../components/button.tsx';
import { EntryPage } from './entry-page.tsx';

/** The engine does not answer, or this browser has not been let in. */
export function Unreachable({ failure, again }: { readonly failure: Failure; readonly again: () => void }) {
  return (
    <EntryPage title="OneTeam cannot be reached" lead={failure.message}>
      {failure.reference !== undefined && <p className="ot-muted">Reference for support: {failure.reference}</p>}
      <Button look="primary" onClick={again}>
        Try again
      </Button>
    </EntryPage>
  );
}
