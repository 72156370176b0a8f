import type { Article } from '../article.ts';

export const nightHandover: Article = {
  id: 'hand-over-for-the-night',
  title: 'Hand over for the night',
  group: 'Every day',
  about:
    'Makes a page about a person for whoever is called out when the team is not there: risks, how to communicate, what to do if things go wrong, whom to call.',
  steps: [
    'For one person: open the record, choose “Print”, then “Handover for the night”.',
    'For several: open “Caseload”, select the cases and choose “Print for the night”. Without a selection the button above the list takes the whole view, at most 100 cases.',
    'Give your passphrase if you are asked: a list of people on paper is as much as an export.',
    'Read the sharing decision on top of each page before you pass it on.',
    'Choose “Print”, or “Save as PDF” in the desktop window.',
  ],
  good: [
    'Name, birth date and NHS number are on every page, and when it was printed: later entries are missing.',
    'What is not recorded is named as such. That is not the same as nothing to know.',
    'You see and print only the flags that your role may see. It is noted in each record that you made the page.',
  ],
  words: 'out of hours night weekend on call duty summary print shift',
};
