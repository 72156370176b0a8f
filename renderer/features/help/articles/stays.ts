import type { Article } from '../article.ts';

export const stays: Article = {
  id: 'record-a-stay',
  title: 'Record a stay, a delay and a discharge',
  group: 'Every day',
  about:
    'Hospital, virtual ward, intermediate care, reablement and short stays in a care home are recorded on the person’s page under “Stays and checks”. The page “Stays” shows who of your people is away.',
  steps: [
    'Choose “Record a stay” and say where and since when. If you wish, the case is put on hold with it.',
    'As leaving comes near, tick the discharge checklist. If the person could leave and does not, open “Dates and delay”: since when, and why. The days lost are counted from then.',
    'Choose “Discharge” when they have left, and say who sees them next.',
  ],
  good: [
    'A follow-up is somebody’s task at once: due 3 days after mental health care, 7 days after anything else. Nobody is followed up who died or went on to another ward.',
    'After reablement it is asked on day 91, counted from leaving hospital, whether the person is still at home.',
    'What you have just recorded can be undone with Ctrl+Z. Later a stay is corrected, or voided with a reason.',
  ],
  words: 'hospital admission ward discharge delayed reablement intermediate care day 91 follow-up checklist away',
};
