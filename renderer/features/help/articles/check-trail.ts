import type { Article } from '../article.ts';

export const checkTrail: Article = {
  id: 'check-the-audit-trail',
  title: 'Read and check the audit trail',
  group: 'For leads and reviewers',
  about:
    'Everything that is read or done leaves a line: who, when, on which device, what, and to which kind of thing. It holds no names of people and nothing of their records.',
  steps: [
    'Open “Audit” and filter by worker, deed, outcome or dates. Pressing the end of an id shows every line about the same thing.',
    '“Check the trail” recomputes every line, compares the record with its journal, and reads every page of the file.',
    'Now and then note the number and code of the newest line outside of the device. “Compare a noted line” shows later whether the trail was cut or rewritten.',
  ],
  good: ['Lines cannot be changed or removed. Looking at the trail is itself on the trail.'],
  words: 'log governance verify tamper integrity who looked',
};
