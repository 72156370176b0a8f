import type { Article } from '../article.ts';

export const today: Article = {
  id: 'what-today-shows',
  title: 'What Today shows',
  group: 'Every day',
  about:
    'Today gathers what needs you now, each line with the reason in one sentence: what is overdue or due, your appointments, handovers to answer, people who missed contacts.',
  good: [
    'Most lines can be acted on in place.',
    'Team leads also see cases without a coordinator.',
    'The caseload shows all of your cases with filters; its views can be saved under a name.',
  ],
  words: 'overdue due tasks prompts caseload',
};
