import type { Article } from '../article.ts';

export const registerPerson: Article = {
  id: 'register-a-person',
  title: 'Register a person',
  group: 'People and lists',
  about:
    'Puts somebody on the register. While you type, people who may be the same are shown, so that nobody is there twice.',
  steps: [
    'Search first (Ctrl+K): the person may be there already.',
    'Open “People” and choose to register a person. A name, and what is known of the birth date, are enough to begin.',
    'If somebody alike is shown, compare. Open that record if it is the same person.',
    'Save. A first case can be opened at once.',
  ],
  good: ['Two records of one person can be joined by a team lead, and taken apart again if that was wrong.'],
  words: 'new add create duplicate merge',
};
