import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { ThemeName } from './themes.ts';

type Domain = CodeOf<'life-domain'>;

/** A need with the goal that answers it and who does what about it. */
export interface Story {
  readonly domain: Domain;
  readonly need: string;
  readonly goal: string;
  readonly baseline: string;
  /** What −2, −1, 0, +1 and +2 would look like. */
  readonly levels: readonly [string, string, string, string, string];
  readonly worker: string;
  readonly person: string;
}

const story = (
  domain: Domain,
  need: string,
  goal: string,
  baseline: string,
  levels: Story['levels'],
  worker: string,
  person: string,
): Story => ({ domain, need, goal, baseline, levels, worker, person });

const walking = story(
  'physical-health',
  'Gets breathless after a few steps and no longer goes out alone.',
  'Walk to the corner shop and back on my own',
  'To the gate and back with a rest',
  ['Only inside the house', 'To the gate', 'To the shop once a week', 'To the shop twice a week', 'To the shop daily'],
  'Refer to the walking and breathing group',
  'Walk to the gate each morning and write it down',
);
const company = story(
  'meaning',
  'Sees nobody from one week to the next since the bereavement.',
  'Have somebody to have a laugh with',
  'Nobody has called round for a month',
  ['Sees nobody', 'One call a week', 'Out once a week', 'Out twice a week', 'Helps run the group'],
  'Ask the befriending service and the luncheon club',
  'Ring Maureen on Sundays',
);
const money = story(
  'money',
  'Behind with the rent and afraid to open letters.',
  'Stop being scared of the post',
  'A drawer of unopened letters',
  ['More debt', 'Letters opened', 'A plan for the arrears', 'Arrears going down', 'No arrears'],
  'Book the advice worker for a benefits check',
  'Bring the letters to the next visit, opened or not',
);
const falls = story(
  'daily-living',
  'Two falls since the summer, both in the bathroom.',
  'Have a bath without being frightened',
  'Strip-washes at the sink',
  ['Strip-wash only', 'Bath with two helping', 'Bath with one helping', 'Bath with somebody near', 'Bath alone'],
  'Ask occupational therapy for rails and a bath seat',
  'Wear the pendant, also in the bathroom',
);
const medicines = story(
  'physical-health',
  'Tablets taken at odd times; three boxes of the same open.',
  'Know what my tablets are for and take them right',
  'Takes what is nearest',
  ['Misses most days', 'Misses some', 'Misses one a week', 'Hardly misses any', 'Manages alone, knows why'],
  'Ask the pharmacist for a review and a weekly box',
  'Take the old boxes back to the chemist',
);
const sleeping = story(
  'mental-health',
  'Low, sleeps badly, and has stopped looking after the flat.',
  'Get up and have something to get up for',
  'In bed until two most days',
  ['In bed all day', 'Up by noon', 'Up by ten most days', 'Up and out twice a week', 'Back at the allotment'],
  'Refer to talking therapies and follow up in three weeks',
  'Open the curtains at nine',
);
const drinking = story(
  'substance-use',
  'Drinks from the morning on and has been in hospital with it twice.',
  'Cut down without being ill from it',
  'Eight cans a day',
  ['More than before', 'The same', 'Half', 'Weekends only', 'Dry'],
  'Book the community alcohol nurse, joint visit',
  'Keep the drink diary, no stopping at once',
);
const housing = story(
  'home',
  'No place of their own; sleeping at friends’ and in the arcade.',
  'A door I can lock',
  'Somebody’s sofa, two nights at a time',
  ['On the street', 'Shelter', 'Hostel room', 'Supported flat', 'Own tenancy'],
  'Housing assessment with the outreach team',
  'Keep the phone charged and answer it',
);
const caring = story(
  'caring',
  'The carer is worn out and has not had a day off this year.',
  'Let our Susan have a rest without worrying',
  'No break since last Christmas',
  ['No break', 'An hour here and there', 'A day a month', 'A day a fortnight', 'A week away'],
  'Offer the carer’s assessment and a sitting service',
  'Say yes to the sitter twice before deciding',
);
const comfort = story(
  'physical-health',
  'Pain is not settled at night.',
  'Sleep through without the pain waking me',
  'Up four times a night',
  ['Up all night', 'Up four times', 'Up once', 'Sleeps most nights', 'Sleeps every night'],
  'Ask the hospice nurse to look at the night dose',
  'Write down when it wakes me',
);
const schooling = story(
  'work-learning',
  'Has missed most mornings at school since September.',
  'Go in without my tummy hurting',
  'Two mornings a week',
  ['Not at all', 'One morning', 'Three mornings', 'Every morning', 'Whole days'],
  'Meet the school and agree a slow return',
  'Text Miss Hughes when it is a bad morning',
);
const cooking = story(
  'daily-living',
  'Lives on toast; nobody has shown how to cook safely.',
  'Make my own tea',
  'Toast and crisps',
  ['Toast only', 'Microwave with help', 'One meal with help', 'One meal alone', 'Cooks for a friend'],
  'Ask for the life-skills course in easy read',
  'Choose three meals from the picture cards',
);
const sugars = story(
  'physical-health',
  'Blood sugars run high and feet are numb.',
  'Keep my feet and my eyes',
  'Sugar checked when somebody reminds',
  ['Never checks', 'Checks weekly', 'Checks daily', 'Checks and acts on it', 'Steady for three months'],
  'Book the foot clinic and retinal screening',
  'Check feet every night with the mirror',
);

/** What plans are mostly about, by what the work with somebody is about. */
export const planStories: Readonly<Record<ThemeName, readonly Story[]>> = {
  ending: [comfort, caring, company],
  child: [schooling, caring],
  shelter: [housing, drinking, money],
  drink: [drinking, sleeping, money],
  psychosis: [medicines, sleeping, company],
  memory: [caring, medicines, falls],
  learning: [cooking, company, medicines],
  breathing: [walking, medicines, company],
  heart: [walking, medicines, falls],
  diabetes: [sugars, walking, money],
  frailty: [falls, company, walking],
  pain: [sleeping, walking, money],
  mood: [sleeping, company, money],
};

export const whatMatters = [
  'Being at home, with my own things around me, and the dog on the bed.',
  'Seeing the grandchildren on Sundays. Everything else I can put up with.',
  'Not being a burden. Being asked, not told.',
  'My garden and the match on Saturdays.',
  'Church, and a proper cup of tea.',
  'Getting back to how I was before the winter.',
];
export const strengths = [
  'Good neighbours on both sides. Has always found a way round things.',
  'A sister who rings every day. Knows the medicines well.',
  'A sense of humour, and thirty years at the docks to tell of.',
  'Plans ahead and keeps every letter. Loves cooking for others.',
  'Walks everywhere, knows everybody in the street.',
];
export const communication = [
  'Knock loudly and wait. Sit where I can see your face.',
  'Ring before you come. Write appointments on the calendar by the fridge.',
  'Short sentences, one thing at a time. Do not ask my son instead of me.',
  'Mornings are better. Text, I do not answer numbers that I do not know.',
];
export const signs = [
  'More tired than usual',
  'Not eating',
  'Stays in bed',
  'Stops answering the phone',
  'More breathless',
];
export const steps = [
  { when: 'I have not answered for a day', do: 'ring my neighbour, she has a key' },
  { when: 'I cannot get up', do: 'press the pendant and wait, do not call my daughter at work' },
  { when: 'I feel worse two days running', do: 'ring the practice before ten' },
];

/** Everyday steps and zones for the conditions that plans are expected for, and some others. */
export const selfManagement: Readonly<
  Partial<Record<CodeOf<'condition'>, { readonly everyday: readonly string[]; readonly zones: readonly string[] }>>
> = {
  copd: {
    everyday: ['Brown inhaler morning and evening', 'Keep moving, a little each day', 'Flu jab each autumn'],
    zones: [
      'Breathing as usual',
      'Carry on',
      'More cough, darker phlegm',
      'Start the rescue pack and ring the nurse',
      'Cannot finish a sentence',
      'Call 999',
    ],
  },
  asthma: {
    everyday: ['Preventer inhaler every day, also when well', 'Blue inhaler always in the bag'],
    zones: [
      'No cough at night',
      'Carry on',
      'Blue inhaler more than three times a week',
      'See the nurse this week',
      'Blue inhaler does not help',
      'Call 999',
    ],
  },
  diabetes: {
    everyday: ['Check feet every evening', 'Tablets with breakfast', 'A walk after tea'],
    zones: [
      'Sugars between 4 and 10',
      'Carry on',
      'Sugars over 15 twice',
      'Drink water, ring the practice',
      'Drowsy or being sick',
      'Call 999',
    ],
  },
  'heart-failure': {
    everyday: ['Weigh every morning and write it down', 'Water tablet at breakfast'],
    zones: [
      'Weight steady',
      'Carry on',
      'Two kilograms more in three days',
      'Ring the heart failure nurse',
      'Breathless lying down',
      'Call 999',
    ],
  },
};
