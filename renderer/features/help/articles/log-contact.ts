import type { Article } from '../article.ts';

export const logContact: Article = {
  id: 'log-a-contact',
  title: 'Log a contact',
  group: 'Every day',
  about: 'Writes down a visit, call or message with a person, also one that did not come about. Works from every page.',
  steps: [
    'Press Ctrl+L, or “Log contact” at the top. On a person’s page the person is filled in already; elsewhere type parts of their name.',
    'Choose how it went and how you were in touch. What you chose last time is chosen again.',
    'Say how long it took and where it was, and write the note.',
    'If it leads to something, say when the next contact is due, or put an appointment into your diary.',
    'Press Ctrl+Enter, or “Save contact”.',
  ],
  good: [
    'What you type is kept as a draft at each pause. After a lock or a crash it is there when you open the panel again.',
    'After saving there are 10 seconds to undo, also with Ctrl+Z.',
    'Nobody there, or cancelled? Choose that under “How it went”: missed contacts count.',
  ],
  words: 'visit call note record did not attend DNA draft',
};
