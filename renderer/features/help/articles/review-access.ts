import type { Article } from '../article.ts';

export const reviewAccess: Article = {
  id: 'review-break-glass',
  title: 'Review break-glass uses',
  group: 'For leads and reviewers',
  about:
    'Each time somebody opened a record of another team, a lead of that neighbourhood or the reviewer looks at it once.',
  steps: [
    'Open “Break-glass”. What waits for review stands first.',
    'Read the reason and choose “Review”.',
    'Say whether it was right. If not, or if it is to be followed up, write a note.',
  ],
  good: ['Nobody reviews what they did themselves.', 'A review cannot be changed.'],
  words: 'oversight audit emergency access appropriate',
};
