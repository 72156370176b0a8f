import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DuplicateCandidate } from '../../../shared/contract/person-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import type { NewPerson } from '../../../shared/domain/person-fields.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Dialog } from '../../components/dialog.tsx';

interface DuplicatesDialogProps {
  readonly entered: NewPerson;
  readonly candidates: readonly DuplicateCandidate[];
  readonly busy: boolean;
  readonly onDifferent: () => void;
  readonly onClose: () => void;
}

interface Side {
  readonly key: string;
  readonly head: ReactNode;
  readonly born: string;
  readonly nhsNumber: string;
  readonly address: string;
  readonly why: ReactNode;
}

const notRecorded = 'Not recorded';

function enteredSide({ name, birth, nhsNumber, address }: NewPerson): Side {
  const born = birth == null ? notRecorded : 'date' in birth ? formatDate(birth.date) : String(birth.year);
  return {
    key: 'entered',
    head: (
      <>
        As entered
        <span className="ot-compare__name">{listName(name)}</span>
      </>
    ),
    born,
    nhsNumber: nhsNumber == null ? notRecorded : formatNhsNumber(nhsNumber),
    address: [...(address?.lines ?? []), address?.postcode].filter(Boolean).join(', ') || notRecorded,
    why: '',
  };
}

function candidateSide({ person, reasons }: DuplicateCandidate): Side {
  const { id, name, limited, birth, nhsNumber, address, age, neighbourhood } = person;
  const hidden = 'Told only to the own team';
  return {
    key: id,
    head: (
      <>
        On record
        <Link className="ot-compare__name" to="/people/$personId" params={{ personId: id }}>
          {listName(name)}
        </Link>
      </>
    ),
    born: birth?.date === undefined ? (age ?? notRecorded) : formatDate(birth.date),
    nhsNumber: limited ? hidden : nhsNumber === null ? notRecorded : formatNhsNumber(nhsNumber),
    address: limited ? `${hidden} (${neighbourhood.name})` : (address ?? notRecorded),
    why: reasons.map(({ sentence }) => sentence).join(' '),
  };
}

const rows = [
  ['Born', 'born'],
  ['NHS number', 'nhsNumber'],
  ['Address', 'address'],
  ['Why it may be the same', 'why'],
] as const;

/** Stops a registration that looks like somebody on record, with both side by side: open theirs, or go on. */
export function DuplicatesDialog({ entered, candidates, busy, onDifferent, onClose }: DuplicatesDialogProps) {
  const sides = [enteredSide(entered), ...candidates.map(candidateSide)];
  const [only] = candidates;
  return (
    <Dialog
      open
      title="Is this the same person?"
      width="wide"
      onClose={onClose}
      footer={
        <>
          {candidates.length === 1 && only !== undefined && (
            <ButtonLink look="primary" to="/people/$personId" params={{ personId: only.person.id }}>
              Same person: open the record
            </ButtonLink>
          )}
          <Button busy={busy} onClick={onDifferent}>
            {candidates.length === 1 ? 'A different person: register' : 'None of them: register'}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Back to the form
          </Button>
        </>
      }
    >
      <p>Nothing has been saved yet. Two records of one person are dangerous: each would hold half of the truth.</p>
      <div className="ot-compare">
        <table className="ot-table">
          <caption className="nhsuk-u-visually-hidden">As entered, and on record</caption>
          <thead>
            <tr>
              <td className="ot-table__cell" />
              {sides.map(({ key, head }) => (
                <th className="ot-table__cell" key={key} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, part]) => (
              <tr key={part}>
                <th className="ot-table__cell" scope="row">
                  {label}
                </th>
                {sides.map((side) => (
                  <td className="ot-table__cell" key={side.key}>
                    {side[part]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
