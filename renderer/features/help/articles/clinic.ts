import type { Article } from '../article.ts';

export const clinic: Article = {
  id: 'clinic',
  title: 'See who is not improving, and bring a case to supervision',
  group: 'Cases',
  about: 'For behaviourists and leads: today’s practice clinics, whom to think about again, and case review.',
  steps: [
    'Open “Clinic”. Today’s appointments stand there by practice, each with what was agreed last time.',
    '“Not improving” lists people without a reliable change after 8 weeks or 6 sessions; “Stopped coming” those who missed two in a row, or were not seen for 6 weeks with nothing planned. Each line says why.',
    'Press “Bring to supervision” and write your question.',
    'A lead opens “Supervision”, presses “Review”, and records decision and notes. They stay in the history.',
  ],
  good: [
    'The Progress tab of a person shows rulers, goals, scores and attendance on one page.',
    'The lists say whom to think about. They are no verdict on anybody’s work.',
  ],
  words: 'behaviourist supervision case review readiness confidence attendance did not attend dropped out',
};
