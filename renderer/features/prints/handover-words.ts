import type { HandoverPart, HandoverSheet } from '../../../shared/contract/prints.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { bornWords } from '../people/person-facts.tsx';

/** Headings of a sheet. */
export const partHeadings: Readonly<Record<HandoverPart, string>> = {
  risks: 'Risks and flags',
  communication: 'How to communicate',
  contingency: 'If things go wrong',
  decisions: 'Preferences and decisions',
  conditions: 'Conditions',
  matters: 'What matters to the person',
  people: 'Who to call',
  access: 'Where they live and getting in',
  contacts: 'Last and next contact',
  open: 'Open at the moment',
};

/** Nothing on record is not the same as nothing there. */
export const nothingWords: Readonly<Partial<Record<HandoverPart, string>>> = {
  risks: 'No flag is recorded that you may see. That does not mean there is no risk.',
  contacts: 'Nobody has seen the person yet, and no contact is planned.',
  open: 'Nothing is recorded as open.',
};

/** The one line that says whose page it is, repeated on every page: name, birth date, NHS number. */
export function whoseWords({ name, birth, age, nhsNumber }: HandoverSheet): readonly [name: string, rest: string] {
  const number = nhsNumber === null ? 'NHS number not recorded' : `NHS number ${formatNhsNumber(nhsNumber)}`;
  return [listName(name), `born ${bornWords(birth, age)} · ${number}`];
}
