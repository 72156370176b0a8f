import type { Article } from '../article.ts';

export const locking: Article = {
  id: 'what-happens-when-i-lock',
  title: 'What happens when I lock',
  group: 'Keeping it safe',
  about: 'Locking closes the record and forgets its key. Nothing of it stays on the screen or in memory.',
  steps: ['Press Ctrl+Shift+L, or “Lock” at the top, whenever you leave the device.', 'Type your passphrase to go on.'],
  good: [
    'Drafts are kept, encrypted, and are there after unlocking.',
    'It locks by itself after some minutes without a key or the pointer. “Settings” says how many.',
    'After several wrong passphrases each further try has to wait longer, so that nobody can guess. Nobody is ever locked out for good.',
    'A session lasts 12 hours at most.',
  ],
  words: 'idle away screen sign out session timeout',
};
