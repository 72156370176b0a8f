import type { Article } from '../article.ts';

export const tasks: Article = {
  id: 'work-through-your-tasks',
  title: 'Work through your tasks',
  group: 'Every day',
  about: 'Everything that somebody has to do stands in one list, with what made it, whose it is and by when.',
  steps: [
    'Open “Tasks”. What is due first stands first; the team’s tasks are one choice away.',
    'Press “Done” and say what came of it. For an alert that is needed.',
    'What has to wait: “Put off” until a day, with the reason. It comes back by itself.',
    'Take over what a colleague cannot do, or open the task to change it, pass it on or call it off.',
    'Add a task from anywhere: Ctrl+K, then “Add a task”.',
  ],
  good: [
    'Each of these can be undone for ten seconds.',
    'When a case is handed over, its coordinator’s open tasks go along. Nothing open is closed with a case unseen.',
    'A team lead chooses several tasks in the team’s list and re-assigns them at once.',
  ],
  words: 'task to do list reminder snooze assign owner due',
};
