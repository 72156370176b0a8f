import type { Article } from '../article.ts';

export const prompts: Article = {
  id: 'why-is-this-prompt-here',
  title: 'Why is this prompt here?',
  group: 'Every day',
  about:
    'A prompt is raised by what is on record, or missing from it: a review that is late, a carer without an offer, a score that got worse. It says why in one sentence.',
  steps: [
    'Read the sentence. On the person’s page, “The facts” shows what raised it.',
    'Do what it asks for: once that is recorded, the prompt is gone.',
    'Or press “Make a task”, “Put off” until a day, or “Dismiss” with the reason.',
  ],
  good: [
    'A decision holds for these facts only. When they change, the prompt is raised anew.',
    'A task that is called off brings its prompt back.',
    'Settings lists the days and levels behind each rule; leads and administrators can change them.',
    'Working days leave out week-ends and the bank holidays of England.',
  ],
  words: 'prompt alert warning rule dismiss snooze why limit',
};
