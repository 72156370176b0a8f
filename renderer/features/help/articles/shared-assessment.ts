import type { Article } from '../article.ts';

export const sharedAssessment: Article = {
  id: 'shared-assessment',
  title: 'Update the shared assessment',
  group: 'Every day',
  about: 'One assessment of the whole person for everybody involved, so that nobody asks twice.',
  steps: [
    'Open the person, then “Assessments”, then “Begin” or “Update”.',
    'Read what colleagues have asked: each answer says who asked, and when.',
    'Open the life domains that are missing or have changed. Strengths come first, then the need from 0 to 4, and what helps.',
    'Press Ctrl+Enter. Only what you changed is saved, with today’s date and your name; everything else stays as it was asked.',
  ],
  good: [
    'Earlier answers stay below the newest one of each domain.',
    'If a colleague answered the same domain meanwhile, their answer is shown before yours can follow it.',
    'What you type is kept as a draft at each pause, also over a lock or a crash.',
  ],
  words: 'life domain need level strengths what helps ask once whole person',
};
