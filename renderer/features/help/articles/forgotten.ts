import type { Article } from '../article.ts';

export const forgotten: Article = {
  id: 'forgotten-passphrase',
  title: 'A passphrase was forgotten',
  group: 'Keeping it safe',
  about: 'Nobody can read a passphrase, but a new one can be set.',
  steps: [
    'Ask a team lead or an administrator who can sign in on this device: “Team”, your name, “Give a new passphrase”. You type it yourself, twice.',
    'If nobody can sign in any more, take the printed recovery code: choose your name on the sign-in page, then “Forgotten? Use the recovery code”.',
  ],
  good: [
    'Without any passphrase and without the recovery code the record cannot be opened, by nobody. Keep the code locked away.',
    'Four or five unrelated words make a good passphrase.',
  ],
  words: 'password reset lost recovery code',
};
