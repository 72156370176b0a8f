import type { Article } from '../article.ts';

export const handOver: Article = {
  id: 'hand-over-a-caseload',
  title: 'Hand over a caseload',
  group: 'Cases',
  about:
    'Gives one case or many to another coordinator, for good or until a day. They become coordinator when they accept; until then it stays with you.',
  steps: [
    'Open “Caseload” and select the cases: Space selects the row, Shift+Space up to here.',
    'Choose “Hand over”.',
    'Choose who takes over and say why. If it is for a while only, say when the cases come back.',
    'The other worker finds it in Today and accepts or declines, with a reason.',
  ],
  good: [
    'A team lead can hand over at once, without waiting, and says why.',
    'Until it is answered you can withdraw it. What is declined comes back to you in Today.',
    'At most 200 cases go in one handover.',
  ],
  words: 'transfer reassign leave cover holiday coordinator accept decline',
};
