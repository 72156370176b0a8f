import type { Article } from '../article.ts';

export const dataQuality: Article = {
  id: 'data-quality',
  title: 'Find what is missing in records',
  group: 'People and lists',
  about:
    'Counts, for the people of your caseload or of your teams, what their records should say and do not: from the NHS number to an agreed care plan.',
  steps: [
    'Open “Data quality”. Leads see their teams, others their own caseload; both can be chosen.',
    'Read the figure: how many are missing, of how many people it can be said, and what exactly counts.',
    'Press “Show … people” to see whom it is about.',
    'Open a person: the part of the record in which it is put right is shown at once.',
  ],
  good: [
    'The figures follow as soon as something is recorded.',
    '“Not stated” is an answer to the question about ethnic category and is not counted as missing; a refusal is a sharing decision.',
    'Care plans and assessments are asked for once a case has been open for more than 20 working days.',
  ],
  words: 'gaps missing incomplete ethnicity NHS number sharing outcome completeness figures percent',
};
