import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Failure } from '../../../shared/contract/answer.ts';
import type { ImportBrief, ImportEffect } from '../../../shared/contract/import-view.ts';
import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { listName } from '../../../shared/domain/name.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useImportJob } from './import-jobs.tsx';

interface UndoProps {
  readonly of: Pick<ImportBrief, 'id' | 'name' | 'committed'>;
}

/** Takes an import back after asking why; says who stands against it when others have worked with its people. */
export function UndoButton({ of }: UndoProps) {
  const [asking, setAsking] = useState(false);
  const undo = useTell('imports.undo');
  const job = useImportJob();
  const effect = of.committed?.effect;
  return (
    <>
      <Button size="small" icon="undo" busy={undo.telling || job !== undefined} onClick={() => setAsking(true)}>
        Undo
      </Button>
      <ConfirmDialog
        open={asking}
        title={`Undo ${of.name}?`}
        confirm="Undo the import"
        danger
        reasonLabel="Why"
        onConfirm={(reason) => {
          setAsking(false);
          void undo.tell({ importId: of.id, reason });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>
          {undoSentences(effect).join(' ')} Everything stays in the history. It is refused if anybody has worked with
          these records since.
        </p>
      </ConfirmDialog>
      <Refused failure={undo.failure} onClose={undo.reset} />
    </>
  );
}

/** What undoing does, in sentences. */
function undoSentences(effect: ImportEffect | undefined): string[] {
  const { create = 0, update = 0 } = effect ?? {};
  const people =
    create === 1 ? 'One person who came with the list is' : `${count(create)} people who came with the list are`;
  const records = update === 1 ? 'One record gets' : `${count(update)} records get`;
  const sentences = [create > 0 && `${people} voided.`, update > 0 && `${records} back what was there before.`].filter(
    (sentence) => sentence !== false,
  );
  return sentences.length > 0 ? sentences : ['The import had changed nothing.'];
}

const count = (number: number): string => number.toLocaleString('en-GB');

interface Touched {
  readonly total: number;
  readonly people: readonly { readonly person: PersonRow; readonly what: readonly string[] }[];
}

/** Why it could not be undone: with whom somebody has worked since. */
function Refused({ failure, onClose }: { readonly failure: Failure | undefined; readonly onClose: () => void }) {
  if (failure === undefined || failure.code === 'cancelled') return null;
  const touched = failure.code === 'rule' ? (failure.details as Touched | undefined) : undefined;
  return (
    <Dialog
      open
      title="The import was not undone"
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <p>{failure.message}</p>
      {touched !== undefined && (
        <ul className="ot-bullets">
          {touched.people.map(({ person, what }) => (
            <li key={person.id}>
              <Link to="/people/$personId" params={{ personId: person.id }}>
                {listName(person.name)}
              </Link>
              : {what.join(', ')}
            </li>
          ))}
          {touched.total > touched.people.length && (
            <li>and {(touched.total - touched.people.length).toLocaleString('en-GB')} more</li>
          )}
        </ul>
      )}
    </Dialog>
  );
}
