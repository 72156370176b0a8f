import type { Article } from '../article.ts';

export const backup: Article = {
  id: 'restore-a-backup',
  title: 'Make or restore a backup',
  group: 'Keeping it safe',
  about:
    'A whole, encrypted copy is made by itself at the first sign-in of each day. Leads and administrators can make one at any time; administrators can put one back.',
  steps: [
    'Open “Backups”. “Make a backup now” makes one and checks it.',
    'To go back to one, choose “Restore” beside it and read what will happen: what was entered since is no longer in the record, and everybody is signed out.',
    'Type the passphrase that you had when the backup was made, and confirm.',
  ],
  good: [
    'What is replaced is set aside, not deleted.',
    'If the record is damaged and cannot be opened, the sign-in page offers the backups by itself.',
    'Kept are 7 daily, 4 weekly and 6 monthly ones, and all that were made by hand.',
  ],
  words: 'copy damaged corrupted rescue recover go back undo',
};
