import type { Article } from '../article.ts';

export const careHomes: Article = {
  id: 'care-homes',
  title: 'Keep care homes and their residents',
  group: 'People and lists',
  about:
    '“Care homes” holds the homes of your neighbourhood: who lives there, who looks after the home, and how the seven elements of enhanced health in care homes stand.',
  steps: [
    'Choose “Add a care home”. Homes that records name and nobody has added stand below the list: add one from there, or say that it is another name of a home on the list.',
    'Residents are the people whose record names the home: under “Details”, “Home”, choose a care home as the kind of home and then which one.',
    'Open a home to see its residents with need, last contact and care plan, and to say how each element stands.',
    'When a home closes, choose “Close the home” and the day. People who still live there on record are counted until their record names another home.',
  ],
  good: [
    'A home outside your neighbourhood can be typed by name; it is not listed here.',
    'A closed home keeps its history. Ctrl+Z or “Open it again” brings it back.',
    'A new name of a home changes the records of its residents along with it.',
  ],
  words: 'care home residential nursing resident enhanced health elements EHCH close closed',
};
