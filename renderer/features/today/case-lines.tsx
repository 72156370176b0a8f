import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import type { CaseLine } from '../../../shared/contract/today.ts';
import { listName } from '../../../shared/domain/name.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { CasePerson } from '../cases/case-person.tsx';
import { FlagTags } from '../cases/flag-tags.tsx';
import { NeedTier } from '../cases/need-tier.tsx';
import { openPanel } from '../frame/panels.ts';
import { Lines, TodayLine } from './today-line.tsx';

/** Cases with the reason why each is shown; a contact can be logged from the line. */
export function CaseLines({ lines }: { readonly lines: readonly CaseLine[] }) {
  return (
    <Lines>
      {lines.map(({ row, reason }) => (
        <TodayLine key={row.caseId} who={<CaseWho row={row} />} reason={reason} actions={<LogContact row={row} />} />
      ))}
    </Lines>
  );
}

/** Whose case it is, with need and flags. */
export function CaseWho({ row }: { readonly row: CaseloadRow }) {
  return (
    <>
      <CasePerson person={row.person} />
      <NeedTier need={row.need} of={listName(row.person.name)} />
      {row.flags.length > 0 && <FlagTags codes={row.flags} most={2} />}
    </>
  );
}

function LogContact({ row: { person } }: { readonly row: CaseloadRow }) {
  const may = useMay('contacts.write');
  if (!may) return null;
  return (
    <Button size="small" icon="contact" onClick={() => openPanel('logContact', { personId: person.id })}>
      Log contact<span className="nhsuk-u-visually-hidden"> with {listName(person.name)}</span>
    </Button>
  );
}
