import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { codeEntry, codeShort, isCode } from '../../../shared/domain/code-lists.ts';
import { Icon } from '../../components/icon.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tone.ts';

/** `12 Mar 1958 (67 years)`; what is known of it. */
export function bornWords(birth: PersonRow['birth'], age: string | null): string {
  const born = birth?.date === undefined ? (birth?.year?.toString() ?? null) : formatDate(birth.date);
  const estimated = birth?.estimated === true ? 'about ' : '';
  if (born === null) return age ?? 'Birth date not recorded';
  return age === null ? `${estimated}${born}` : `${estimated}${born} (${age})`;
}

/** The colour of a flag, the same in every list: restricted and alerting ones stand out. */
export function flagTone(code: string): Tone {
  if (!isCode('flag', code)) return 'grey';
  const { restricted, alert, cohort } = codeEntry('flag', code);
  if (restricted === true || alert === true) return 'red';
  return cohort === true ? 'purple' : 'grey';
}

/** A flag of a person in a list. Restricted ones carry a lock, and say so to those who cannot see it. */
export function FlagTag({ code }: { readonly code: string }) {
  const restricted = isCode('flag', code) && codeEntry('flag', code).restricted === true;
  return (
    <Tag tone={flagTone(code)}>
      {restricted && <Icon name="lock" size={13} />}
      {isCode('flag', code) ? codeShort('flag', code) : code}
      {restricted && <span className="nhsuk-u-visually-hidden"> (restricted)</span>}
    </Tag>
  );
}
