import type { Article } from '../article.ts';

export const recordFeedback: Article = {
  id: 'record-feedback',
  title: 'Record a compliment, a concern or a complaint',
  group: 'Cases',
  about:
    'Keeps what people say about their care in their own words, and who answered it when. A story is what somebody lived through, told without asking for anything.',
  steps: [
    'Open the person and press “Record feedback” on the overview.',
    'Choose the kind, write down the words as they were said, and say who said them on which day.',
    'When it is answered, press “Record the answer” and say what was answered and done.',
    'Close it once it is settled. If it comes back, open it again and say why.',
  ],
  good: [
    'The page “Feedback” shows what nobody has answered first, the longest waiting on top. Leads see their teams, others the people on whose case they have a role.',
    'A complaint is to be acknowledged within three working days; the day stands beside it, in red once it has passed.',
    'Every step can be undone right after it. Feedback recorded in error is voided with the reason and stays on the record.',
    'Beside “Who is involved” stands how many different workers the person has met in twelve months.',
  ],
  words: 'complaint compliment concern story praise thanks unhappy answer acknowledge continuity how many workers met',
};
