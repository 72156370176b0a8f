import type { Article } from '../article.ts';

export const planContact: Article = {
  id: 'plan-a-contact',
  title: 'Plan a contact',
  group: 'Every day',
  about: 'Puts an appointment into your diary. It appears in Today, and its outcome is logged with a press.',
  steps: [
    'Open “Diary” and choose “Plan a contact”, or “Plan contact” on the person’s page.',
    'Choose the day, the time and how it will be.',
    'When it is over, open it in Diary or Today and log how it went.',
  ],
  good: ['Appointments whose time has passed without an outcome stand at the top of the diary until they have one.'],
  words: 'appointment diary book schedule calendar',
};
