import type { Article } from '../article.ts';

export const dischargeList: Article = {
  id: 'load-a-discharge-list',
  title: 'Load a discharge list',
  group: 'People and lists',
  about:
    'A hospital’s or trust’s list of who left (CSV) ends the stays that stand open, adds those nobody recorded, and makes each follow-up somebody’s task.',
  steps: [
    'Open “Stays”, choose “Load a discharge list” and choose the file.',
    'Look through the rows: what the list says stands beside whom it is about on record. If a column was not understood, say under “Columns” what it holds.',
    'Where more than one person fits, or a number and a name disagree, choose who it is. Leave out what should not be recorded.',
    'Choose “Record the stays”.',
  ],
  good: [
    'A person is found by NHS number where name or birth date agrees, otherwise by exactly the same name and birth date.',
    'Of people of another team nothing is shown and nothing is recorded: their team loads its own list.',
    'Loading the same list again changes nothing. A recorded list can be undone until somebody works with one of its stays.',
    'Only you see the lists that you load, and only on this device.',
  ],
  words: 'hospital discharge CSV upload file ward trust follow-up import',
};
