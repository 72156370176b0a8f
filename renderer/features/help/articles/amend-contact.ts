import type { Article } from '../article.ts';

export const amendContact: Article = {
  id: 'correct-a-contact',
  title: 'Correct or void a contact',
  group: 'Every day',
  about:
    'A contact that was written down wrongly is amended; one that never happened, or belongs to somebody else, is voided. Neither removes what was there before.',
  steps: [
    'Open the contact from the person’s timeline or from your diary.',
    'Choose to amend it and change what is wrong, or to void it.',
    'Say why. The reason stays with the contact.',
  ],
  good: ['The history in the contact shows every version, who wrote it and when.'],
  words: 'mistake wrong delete remove edit change history',
};
