import type { ReactNode } from 'react';
import type { DiaryEntry } from '../../../shared/contract/diary.ts';
import { listName } from '../../../shared/domain/name.ts';
import { AgeText, DateText } from '../../components/dates.tsx';
import { NhsNumber } from '../../components/nhs-number.tsx';
import { Tag } from '../../components/tag.tsx';

/** Whom a contact is with. Stands at the top of every panel: writing on the wrong person's record is the first hazard. */
export function PersonLine({
  person,
  children,
}: {
  readonly person: NonNullable<DiaryEntry['person']>;
  readonly children?: ReactNode;
}) {
  const { name, birth, nhsNumber, deceased } = person;
  const born = birth?.date ?? birth?.year;
  return (
    <div className="ot-person-line">
      <span className="ot-person-line__name">{listName(name)}</span>
      {deceased && <Tag tone="grey">Has died</Tag>}
      {born !== undefined && (
        <span>
          Born {typeof born === 'string' ? <DateText value={born} /> : born}
          {!deceased && (
            <>
              {' ('}
              <AgeText born={born} />)
            </>
          )}
        </span>
      )}
      {nhsNumber !== null && (
        <span>
          NHS <NhsNumber value={nhsNumber} />
        </span>
      )}
      {children}
    </div>
  );
}
