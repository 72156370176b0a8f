import type { Article } from '../article.ts';

export const printPlan: Article = {
  id: 'print-the-plan-for-the-person',
  title: 'Print the plan for the person',
  group: 'Every day',
  about:
    'Makes the care plan that the person keeps at home: in their words, with who helps them and whom to ask when something is wrong.',
  steps: [
    'Open the person, choose “Print”, then “Plan for the person”. The plan’s own page has the same button.',
    'Look at the layout: the one that the person asked for is chosen. Change it to standard, large print or easy read if they want another.',
    'Read it through. It is what was agreed; without an agreed plan it is the draft, and says so.',
    'Choose “Print”. In the desktop window “Save as PDF” makes a file that a screen reader can read; it is not encrypted.',
    'When you hand it over, choose “Copy given” and say to whom.',
  ],
  good: [
    'Easy read puts one idea on a line, with a picture beside each heading. The words stay those of the plan: go through them together.',
    'Flags such as safeguarding or risk to staff are never on it: it lies about at home.',
    'Each page says which version it is and when it was printed. Take the old one away when you bring a new one.',
  ],
  words: 'paper copy large print easy read pdf person-held record accessible format',
};
