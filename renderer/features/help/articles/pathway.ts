import type { Article } from '../article.ts';

export const pathway: Article = {
  id: 'follow-a-pathway',
  title: 'Follow a pathway with somebody',
  group: 'Cases',
  about:
    'A pathway is a list of steps that usually help: what, who does it, by when, and what shows that it is done. A case can follow several. It keeps the steps it began with, even when the template changes later.',
  steps: [
    'Open the person and choose “Pathways”. What speaks for a pathway is named under “Worth a thought”.',
    'Press “Begin a pathway”, choose one, look at its steps and dates, and begin it.',
    'Press “Done” on a step and write what shows it, or “Not needed” with the reason. “Undo” takes it back for ten seconds, “Open again” later.',
    'Press “Make a task” to give a step to somebody. The task is done when the step is.',
    'Press “End” when the pathway has served. Open steps count as not needed, so that nothing of them becomes overdue.',
  ],
  good: [
    'The overview of the person shows how far each pathway has come and what is overdue.',
    'Team leads and administrators change the templates under Settings: each save is a new version, and pathways under way go on as they began.',
  ],
  words: 'pathway template steps frailty respiratory cardiovascular alcohol discharge overdue evidence progress',
};
