import type { Article } from '../article.ts';

export const breakGlass: Article = {
  id: 'break-glass',
  title: 'Break glass: open a record of another team',
  group: 'People and lists',
  about:
    'Records of people whom another team looks after are closed. In an emergency you can open one for 4 hours. It works without a network.',
  steps: [
    'Find the person and open them. The page says that they are looked after by another team.',
    'Write why you need the record now.',
    'Choose “Open for 4 hours”.',
  ],
  good: [
    'The team lead of the person’s neighbourhood and the information-governance reviewer see your name, the time and the reason, and review each use.',
    'After 4 hours the record closes by itself.',
  ],
  words: 'emergency access override closed record permission reason',
};
