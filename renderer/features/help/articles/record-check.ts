import type { Article } from '../article.ts';

export const recordCheck: Article = {
  id: 'find-who-is-due-and-record-a-check',
  title: 'Find who is due, and record a check',
  group: 'People and lists',
  about:
    'Registers list the people to whom something is due: health checks, eye screening, vaccinations, carers’ assessments, and wishes at the end of life. Who is on a register follows from age, flags and conditions, and is explained on the page.',
  steps: [
    'Open “Registers”, choose a register, and press a state such as “Due” to see only those people.',
    'Open a person: “Stays and checks” shows each check with the reason why it is for them.',
    'Press “Offered today”, “Accepted”, “Declined” or “Done today”. For other days, parts or a note press “More” or “Record parts”.',
    'An entry that is wrong is taken back under “Recorded”, with the reason.',
  ],
  good: [
    'An offer counts until the check would be due again; then it is due once more.',
    'The check in severe mental illness is done with the last of its six parts.',
    'A carer has a record of their own, with whom they care for and the breaks they have had.',
  ],
  words: 'register check screening vaccination flu carer assessment learning disability SMI due offered export list',
};
