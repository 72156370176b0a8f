import type { Article } from '../article.ts';

export const telehealth: Article = {
  id: 'telehealth-alert',
  title: 'Record telehealth and its alerts',
  group: 'Every day',
  about: 'Which kit somebody has at home, and what it reported. An alert is always the task of one named worker.',
  steps: [
    'Open the person’s page, “Stays and checks”, and under “Telehealth” choose “Add a kit”.',
    'When the kit reports something, choose “Record an alert”, say what it was and who looks after it.',
    'Finish the task with what was done. The alert is closed with it.',
  ],
  good: [
    'Without an owner, or with one who has left, an alert is refused.',
    '“Stays”, “Telehealth alerts” lists all that are open, the longest first.',
  ],
  words: 'kit pendant oximeter sensor remote monitoring assistive technology alarm owner',
};
