import type { Article } from '../article.ts';

export const fillInInstrument: Article = {
  id: 'fill-in-an-instrument',
  title: 'Fill in a PHQ-9 or another instrument',
  group: 'Every day',
  about: 'Asks the items, works out the score by the published rules, and draws the course over time.',
  steps: [
    'Open the person, then “Assessments”, then “Fill in an instrument”.',
    'Answer with the number keys: each moves on to the next item. On a ruler from 0 to 10, type the number and press Tab.',
    'The score appears when every item is answered. Nothing is guessed for a missing item.',
    'If an answer asks for safety, talk about it now. Write down what was done, or tick that you record it later: that makes an urgent task for you.',
    'Press Ctrl+Enter, or “Save and score”.',
  ],
  good: [
    'What you answered so far is kept as a draft. “Go on with …” takes it up again.',
    'Licensed instruments are filled in on their own form. Only their result is entered here.',
    'Ringed points of a trend are reliable changes against the first. The table below it holds every value.',
    'Answers are shown on the filled-in instrument only: not in lists, the timeline or the history.',
  ],
  words: 'PHQ-9 GAD-7 AUDIT-C ONS4 UCLA loneliness score safety suicide frailty scale WEMWBS EQ-5D PAM ReQoL trend',
};
