import type { CodeOf } from '../../../shared/domain/code-lists.ts';

/** What is said of each life domain: strengths, what helps, and a note, chosen apart from each other. */
export interface DomainWords {
  readonly strengths: readonly string[];
  readonly helps: readonly string[];
  readonly notes: readonly string[];
}

export const domainWords: Readonly<Record<CodeOf<'life-domain'>, DomainWords>> = {
  'physical-health': {
    strengths: ['Knows the tablets by heart.', 'Walks to the corner shop most days.', 'Goes to every check.'],
    helps: ['A pill organiser.', 'Short appointments in the morning.', 'Written reminders in large print.'],
    notes: ['Breathless on the stairs.', 'Two falls since the summer.', 'Feet to be looked at.'],
  },
  'mental-health': {
    strengths: ['Talks openly once trust is there.', 'Knows what a bad week looks like.', 'Keeps a mood diary.'],
    helps: ['The same worker each time.', 'A call the day before.', 'Breathing exercise from the group.'],
    notes: ['Sleeps badly since the bereavement.', 'Worries most about money.', 'Low in the mornings.'],
  },
  'daily-living': {
    strengths: ['Cooks from fresh.', 'Keeps the flat in good order.', 'Does the shopping with a list.'],
    helps: ['A rail by the bath.', 'Meals from the lunch club.', 'A lighter kettle.'],
    notes: ['Needs a hand with the heavy washing.', 'Skips lunch on some days.'],
  },
  home: {
    strengths: ['Has lived in the street for thirty years.', 'Gets on with the neighbours.', 'Feels at home here.'],
    helps: ['The landlord answers to letters.', 'Handyman service of the housing association.'],
    notes: ['Damp in the back bedroom.', 'Stairs are getting hard.', 'Heating kept low to save.'],
  },
  money: {
    strengths: ['Pays the rent first.', 'Good with a budget.'],
    helps: ['Advice on prescription.', 'A fuel voucher in winter.'],
    notes: ['Attendance allowance not claimed yet.', 'Debt from a catalogue.'],
  },
  'work-learning': {
    strengths: ['Worked on the docks all his life.', 'Likes to learn with the hands.', 'Reads every day.'],
    helps: ['Small steps.', 'Recovery College taster.'],
    notes: ['Would like to volunteer.', 'No wish for a course at the moment.'],
  },
  relationships: {
    strengths: ['Daughter rings every evening.', 'Old friends from the club.', 'Close to a sister.'],
    helps: ['Lifts to the family at weekends.', 'Help with the video call.'],
    notes: ['Sees few people in the week.', 'Fell out with a brother.'],
  },
  caring: {
    strengths: ['Proud to look after the household.', 'Knows when to ask for help.'],
    helps: ['A sitting service once a week.', 'The carers’ group.'],
    notes: ['Tired by the evening.', 'Has not had a break this year.'],
  },
  safety: {
    strengths: ['Wears the pendant alarm.', 'Locks up at night.'],
    helps: ['A smoke alarm check by the fire service.', 'Key safe.'],
    notes: ['Smokes in bed at times.', 'Nothing of concern.'],
  },
  'substance-use': {
    strengths: ['Cut down by half since spring.', 'Wants to see the grandchildren sober.'],
    helps: ['Alcohol-free days marked on the calendar.', 'The Thursday group.'],
    notes: ['Drinks most at weekends.', 'Ten cigarettes a day.'],
  },
  meaning: {
    strengths: ['Sings in the choir.', 'Keeps pigeons.', 'Follows the football.'],
    helps: ['Company for the first time.', 'Something to look forward to each week.'],
    notes: ['Misses the garden.', 'Would like to bake again.'],
  },
  access: {
    strengths: ['Uses the bus with confidence.', 'Rings when something is wrong.'],
    helps: ['Letters in plain words.', 'Transport for hospital visits.'],
    notes: ['Missed a hospital letter.', 'Cannot use the online booking.'],
  },
};

/** What a behaviourist asks in supervision, and what the review came to. */
export const supervisionWords = {
  questions: [
    'Three sessions without movement on drinking. Am I pushing too hard?',
    'Comes every time and says yes to everything, and nothing changes at home. How do I get underneath?',
    'Low mood gets in the way of every plan we make. Should we do something about that first?',
    'Stopped answering after we talked about money. Go on ringing, or write?',
    'The daughter answers all questions. How do I get to hear him?',
  ],
  notes: [
    'Go back to importance before confidence. One small goal, chosen by the person.',
    'See them together next time; look at who else is involved.',
    'Agree with the practice on a review of the medicine before the next session.',
    'Write a short card, then ring in two weeks. Ask the coordinator for a joint visit.',
  ],
} as const;

/** What was done about an answer that asks for safety. */
export const safetyWords = [
  'Asked about plans and means: none. Safety plan written together, crisis line number given. GP told the same day.',
  'Thoughts without intent, as for some weeks. Sister stays tonight; duty worker of the mental health team informed.',
  'Talked for half an hour. No plans. Tablets are kept by the daughter. Call agreed for tomorrow.',
] as const;
