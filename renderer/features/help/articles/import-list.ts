import type { Article } from '../article.ts';

export const importList: Article = {
  id: 'import-a-list',
  title: 'Import a list of people',
  group: 'People and lists',
  about:
    'Takes in a list as a GP or council system exports it (CSV), or a FHIR R4 bundle. Nothing is in the record before you confirm.',
  steps: [
    'Open “Imports” and choose the file.',
    'Say which column is what. What was chosen for a list with the same headings is proposed again.',
    'Look at the preview: rows with problems, people who may be on the register already, and what would change.',
    'Decide about the rows that need it, then confirm.',
  ],
  good: [
    'It can be cancelled while it runs, and undone afterwards.',
    'Importing a newer version of the same list updates the people who are there.',
    'Rows with problems can be saved as a file, mended where they came from, and imported again.',
  ],
  words: 'CSV upload file GP council EMIS SystmOne FHIR spreadsheet',
};
