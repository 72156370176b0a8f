import type { Article } from '../article.ts';

export const openCase: Article = {
  id: 'open-hold-or-close-a-case',
  title: 'Open, hold or close a case',
  group: 'Cases',
  about: 'A case is the work with one person in one neighbourhood. It has one care coordinator.',
  steps: [
    'Open the person’s record and go to their case.',
    'Open a case with its coordinator and where the referral came from.',
    'Put it on hold with a reason and the day on which it is looked at again. It comes up in Today on that day.',
    'Close it with a reason. What is unfinished is shown first, so that nothing is left lying.',
  ],
  good: ['A closed case can be taken up again. Its history stays in one piece.'],
  words: 'start end discharge pause referral reopen',
};
