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

/** What whoever holds the page has to know of the person's decision about sharing. */
export const sharingAdvice: Readonly<Record<HandoverSheet['sharing']['state'], string>> = {
  agreed: 'Give this page only to people who care for the person tonight.',
  mixed: 'Not every organisation may have this: pass on what keeps the person safe tonight, and record that you did.',
  refused: 'The person said no: pass on only what keeps them safe tonight, and record why you did.',
  'not-asked': 'Ask the person before you pass this on, unless their safety does not allow it; record what they say.',
};

/** The one line that says whose page it is, repeated on every page: name, birth date, NHS number. */
export function whoseWords({ name, birth, age, nhsNumber }: HandoverSheet): readonly [name: string, rest: string] {
  const number = nhsNumber === null ? 'NHS number not recorded' : `NHS number ${formatNhsNumber(nhsNumber)}`;
  return [listName(name), `born ${bornWords(birth, age)} · ${number}`];
}
