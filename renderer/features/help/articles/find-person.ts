import type { Article } from '../article.ts';

export const findPerson: Article = {
  id: 'find-a-person',
  title: 'Find a person',
  group: 'Every day',
  about: 'The search is one key away on every page and answers as you type.',
  steps: [
    'Press Ctrl+K.',
    'Type parts of two names, a birth date such as 12/3/1958, a postcode or an NHS number. The order does not matter.',
    'Go down with the arrow keys and press Enter to open the record.',
  ],
  good: [
    'Before you act, compare name, birth date and address in the banner. It stays at the top while you are on the record.',
    'Pages and actions are found by the same search.',
  ],
  words: 'search look up name NHS number postcode',
};
