import type { Article } from '../article.ts';

export const letIn: Article = {
  id: 'add-a-worker',
  title: 'Add a worker and let them in',
  group: 'For leads and reviewers',
  about: 'Workers of all organisations are added once; those who sign in on this device are also let in.',
  steps: [
    'Open “Team” and choose “Add a worker”. Fill in their job, roles and neighbourhoods.',
    'On their page choose “Let in” and hand them the keyboard: they type their own passphrase, twice.',
    'When somebody leaves, hand over their cases, choose “End their time here”, then “Shut out”.',
  ],
  good: [
    'Shutting out encrypts the whole record anew, since they may hold the old key.',
    'Only an administrator makes somebody an administrator or a reviewer.',
    'Training in information governance older than 12 months is marked.',
  ],
  words: 'staff user account colleague leaver joiner role permission team',
};
