import type { Article } from '../article.ts';

export const needTier: Article = {
  id: 'understand-the-need-tier',
  title: 'Understand the need tier',
  group: 'Cases',
  about:
    'The tier (low, rising, high, very high) puts work in order. It comes from points, and each point has a sentence that says why. It is not a clinical prediction.',
  steps: [
    'Press the tier on a case to see the sentences behind it, and what is not recorded.',
    'If you know better, set the tier by hand with a reason and a last day. It is shown as set by hand.',
  ],
  good: ['“Settings” shows all points and thresholds with their source.'],
  words: 'risk score points priority frailty explanation',
};
