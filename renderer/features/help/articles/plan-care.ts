import type { Article } from '../article.ts';

export const planCare: Article = {
  id: 'write-a-care-plan',
  title: 'Write, agree and review a care plan',
  group: 'Every day',
  about:
    'A care plan is written with the person, in their words. Agreeing it keeps the whole plan as it was on that day; a review writes the next version, and the earlier one holds until then.',
  steps: [
    'Open the person, then Plan, and begin the first plan or a review.',
    'Write the sections with the person, take needs over from the assessment, add goals and who does what. An action of a worker becomes a task of theirs.',
    'Read the person’s view together. It says what would be printed.',
    'Agree the version: with whom, on which day, and when to look at it again.',
    'Give a copy, and record to whom and in which format.',
  ],
  good: [
    'Goals are rated from −2 to +2, in the plan or while you log a contact. Each rating stays in the plan.',
    'Versions shows what changed from one to the next, word by word.',
    'When two people write the same section on two devices, both texts stay until somebody chooses. The plan cannot be agreed before that.',
    'Preferences and decisions say only what exists and where the paper is. Read the paper before acting on it.',
  ],
  words: 'goal need action self-management contingency resuscitation preferred place review version copy agree',
};
