import type { CodeOf } from '../../../shared/domain/code-lists.ts';

/** What the work with somebody is mostly about. */
export interface Theme {
  /** What was seen or said. `{they}`, `{them}`, `{their}` stand for the person. */
  readonly seen: readonly string[];
  /** What was done or agreed. */
  readonly agreed: readonly string[];
  /** What matters to the person, in their words. */
  readonly matters: readonly string[];
  readonly goals: readonly string[];
  readonly homework: readonly string[];
  readonly interventions: readonly CodeOf<'brief-intervention'>[];
  /** Why the case was opened. */
  readonly purpose: readonly string[];
}

const breathing: Theme = {
  seen: [
    'Chest clearer since the antibiotics, still breathless on the stairs.',
    'Inhaler technique checked: breathing in too fast, corrected with the spacer.',
    'Rescue pack used once in the last month.',
    'Sleeping upright, short of breath when dressing.',
    'Smoking about ten a day, would like to cut down after the winter.',
    'Walked to the shop and back for the first time since discharge.',
    'Damp in the back bedroom again, coughing more at night.',
    'Oxygen company has been; tubing is a trip hazard in the hall.',
  ],
  agreed: [
    'Rescue pack requested from the practice.',
    'Rehab place offered, {they} will think about it.',
    'Will ring the respiratory nurse about the night cough.',
    'Flu and Covid jabs booked at the practice.',
    'Left the traffic-light plan on the fridge.',
  ],
  matters: ['Getting up to the allotment again.', 'Being able to bath the grandchildren without gasping.'],
  goals: [
    'Walk to the corner shop without stopping',
    'Smoke fewer than five a day',
    'Use the inhaler with the spacer every time',
  ],
  homework: ['Keep the breathlessness diary until the next visit.', 'Practise pursed-lip breathing twice a day.'],
  interventions: ['smoking', 'activity', 'vaccination'],
  purpose: [
    'Three chest admissions since last winter; help to keep well at home.',
    'Breathless and anxious; GP asks for support with self-management.',
  ],
};
const heart: Theme = {
  seen: [
    'Ankles less swollen, weight down two kilos since the water tablet was changed.',
    'Missed the morning tablets twice this week; box now by the kettle.',
    'No chest pain. Tired by the afternoon.',
    'Blood pressure machine at home reads high in the mornings, written down for the GP.',
    'Worried about the next scan and not sleeping.',
    'Still adding salt; we looked at labels together.',
  ],
  agreed: [
    'Heart failure nurse to ring this week.',
    'Blister pack ordered from the chemist.',
    'Will weigh every morning and ring if up two kilos in three days.',
    'Transport booked for the clinic.',
  ],
  matters: ['Not going back into hospital.', 'Seeing my granddaughter married in the spring.'],
  goals: ['Weigh every morning', 'Walk round the park twice a week', 'Take tablets every day'],
  homework: ['Write down weight each morning.', 'Try one meal a day without added salt.'],
  interventions: ['activity', 'weight', 'alcohol', 'smoking'],
  purpose: [
    'Heart failure with two admissions; coordinate clinic, chemist and home.',
    'New heart failure, living alone, several services involved.',
  ],
};
const diabetes: Theme = {
  seen: [
    'Sugars between 9 and 14 this week, higher after the weekend.',
    'Foot checked: small blister on the left heel, skin not broken.',
    'Has not been to the eye screening for three years.',
    'Forgot the evening dose when the shift changed.',
    'Cooking more at home, fewer takeaways.',
    'Fed up with being told off about food; we talked about what is going well.',
  ],
  agreed: [
    'Eye screening rebooked.',
    'Podiatry asked for an earlier slot.',
    'Meter strips ordered.',
    'Will try the community cooking group.',
  ],
  matters: ['Keeping my sight.', 'Still being able to drive the taxi.'],
  goals: ['Walk 20 minutes after tea', 'Check sugar before breakfast', 'Swap fizzy drinks for water'],
  homework: ['Write down sugars before breakfast.', 'Plan three suppers with the leaflet.'],
  interventions: ['weight', 'activity', 'screening', 'wellbeing'],
  purpose: [
    'Diabetes out of control, missed reviews; find out what gets in the way.',
    'Newly on insulin and struggling at home.',
  ],
};
const frailty: Theme = {
  seen: [
    'Steady with the frame indoors, has not been out since the fall.',
    'Fell in the bathroom on Sunday, no injury, got up with help of the neighbour.',
    'Looks thinner; freezer full of untouched meals.',
    'Carers arriving late in the mornings, {they} had not had breakfast at eleven.',
    'Pendant on and tested.',
    'House cold, heating kept off because of the bill.',
    'Managing the stairs once a day, on the bottom coming down.',
    'Bright and chatty, pleased with the new chair.',
    'Rails fitted in the bathroom, second stair rail still to come.',
  ],
  agreed: [
    'Rails chased with the equipment store.',
    'Care agency rung about the morning call.',
    'Falls clinic referral sent.',
    'Warm-home grant form filled in together.',
    'Daughter will do a weekly shop.',
    'GP asked to review tablets.',
  ],
  matters: [
    'Staying in my own home.',
    'Getting back to Mass on Sundays.',
    'Keeping the cat.',
    'Being able to make my own tea.',
  ],
  goals: ['Walk to the gate and back every day', 'Two hot meals a day', 'Do the strength exercises three times a week'],
  homework: ['Do the chair exercises from the sheet.', 'Wear the pendant all day.'],
  interventions: ['falls', 'loneliness', 'housing', 'money', 'vaccination', 'fire-safety'],
  purpose: [
    'Frail and falling; several services visiting without one plan.',
    'Severe frailty index on the practice list; proactive visit.',
  ],
};
const memory: Theme = {
  seen: [
    'More muddled in the evenings, front door found open twice.',
    'Recognised me today and talked about the docks.',
    'Tablets taken twice on Friday; locked dispenser discussed.',
    'Son is exhausted and not sleeping.',
    'Went to the singing group and enjoyed it.',
    'Refused the wash again, better with the carer {they} knows.',
    'Gas has been capped; microwave used safely.',
  ],
  agreed: [
    'Memory clinic review brought forward.',
    'Sitting service asked for one afternoon a week.',
    'Lasting power of attorney forms given to the family.',
    'Herbert protocol form completed with the family.',
  ],
  matters: ['Music, and the same faces.', 'Staying with my family.'],
  goals: ['Go to the singing group every week', 'One walk with somebody each day'],
  homework: ['Family to keep the sleep diary.', 'Put the photos and names in the memory book.'],
  interventions: ['wellbeing', 'loneliness', 'fire-safety', 'housing'],
  purpose: [
    'Dementia, family carer at the end of their strength.',
    'Memory getting worse, safety at home in question.',
  ],
};
const mood: Theme = {
  seen: [
    'Low and tearful at first, brighter by the end of the call.',
    'Not opening post; we opened six letters together.',
    'No thoughts of harming {them}self; safety plan gone through again.',
    'Sleeping four hours. Phone left downstairs for three nights, which helped.',
    'Panicked on the bus and got off, but tried it.',
    'Back at the choir after two months away.',
    'Stopped the tablets a week ago because of feeling sick, has told the GP.',
  ],
  agreed: [
    'Talking therapies assessment booked.',
    'Will walk to the library with the volunteer on Thursday.',
    'Sent the breathing exercise by text.',
    'GP asked to review tablets.',
  ],
  matters: ['Feeling like myself again.', 'Being there for the kids.'],
  goals: ['Leave the house every day', 'Ring one friend a week', 'Get up by nine'],
  homework: ['One small thing each day from the list.', 'Sleep diary until next time.'],
  interventions: ['wellbeing', 'activity', 'loneliness', 'work', 'alcohol'],
  purpose: [
    'Depression, out of work, not answering the door.',
    'Anxiety stops {them} attending hospital appointments.',
  ],
};
const psychosis: Theme = {
  seen: [
    'Depot given on time. Hearing voices less, says they are quieter.',
    'Flat tidy, food in. Neighbour has complained about noise at night.',
    'Six-part physical check still outstanding: bloods refused today.',
    'Electricity on emergency credit.',
    'Talked about starting at the recovery college.',
    'Suspicious at first and would only talk on the landing.',
  ],
  agreed: [
    'Care coordinator of the mental health trust informed.',
    'Bloods rebooked for a quiet time at the practice.',
    'Fuel voucher requested.',
    'Will walk over to the recovery college together.',
  ],
  matters: ['Peace and quiet.', 'Having my own front door.'],
  goals: ['Go to the Tuesday football', 'Eat breakfast every day'],
  homework: ['Look at the college prospectus.', 'Write down when the voices are loud and what helps.'],
  interventions: ['smoking', 'money', 'screening', 'activity', 'housing'],
  purpose: [
    'Severe mental illness, physical checks missed for two years.',
    'Discharged from the ward, at risk of losing the flat.',
  ],
};
const drink: Theme = {
  seen: [
    'Drinking half of what {they} did at Christmas, mornings dry for nine days.',
    'Seen at the hostel, shaky but talking.',
    'Smelled of drink, visit kept short.',
    'Two trips to the emergency department this month.',
    'Asked about detox without being prompted.',
    'Eating once a day. Vitamins collected.',
    'Back to before after the funeral; came to tell us {them}self.',
  ],
  agreed: [
    'Recovery service will see {them} on Monday, going together.',
    'Diary of drinks started.',
    'Housing options told of the date of the detox bed.',
    'Liver clinic appointment rearranged.',
  ],
  matters: ['Seeing my daughter.', 'A room with a lock.'],
  goals: ['Two dry days a week', 'Eat before the first drink', 'Go to the morning group'],
  homework: ['Fill in the drink diary.', 'Plan what to do on Friday evening.'],
  interventions: ['alcohol', 'drugs', 'housing', 'money', 'smoking'],
  purpose: [
    'Complex alcohol needs, frequent emergency attendances.',
    'Alcohol and rough sleeping; one plan with outreach.',
  ],
};
const shelter: Theme = {
  seen: [
    'Third night on a sofa at a friend, has to leave by the weekend.',
    'Bidding number came through, ID still missing.',
    'Foot infection cleaned and dressed by the outreach nurse.',
    'Phone lost again; messages through the hostel.',
    'Settled in the hostel, keyworker meets weekly.',
    'Would not come inside, talked on the steps for ten minutes.',
  ],
  agreed: [
    'Housing options appointment, going together.',
    'Birth certificate applied for.',
    'GP registration done at the practice desk.',
    'Food parcel and warm coat given.',
  ],
  matters: ['A place where nobody moves me on.', 'Getting my ID back.'],
  goals: ['Keep the hostel place for a month', 'Come to the GP once a fortnight'],
  homework: ['Bring the letter from the council.', 'Think about which areas feel safe.'],
  interventions: ['housing', 'money', 'drugs', 'sexual-health', 'vaccination'],
  purpose: ['Homeless with untreated health problems.', 'Leaving hospital with nowhere to go.'],
};
const pain: Theme = {
  seen: [
    'Pain 6 out of 10 today, better than last month.',
    'Pacing is working on good days, overdid it on Saturday.',
    'Off work for eight months, sick note runs out on the 14th.',
    'Taking more tablets than prescribed at night, has told the pharmacist.',
    'Managed the school run three times this week.',
    'Form for the benefit came back with eleven points.',
  ],
  agreed: [
    'Pharmacist review booked.',
    'Advice worker will help with the appeal.',
    'Pain management course starts next month.',
    'Agreed what a flare-up plan would look like.',
  ],
  matters: ['Picking up my little one.', 'Getting back to the workshop.'],
  goals: ['Ten minutes of stretching a day', 'Rest before it hurts, not after', 'Swim once a week'],
  homework: ['Activity and rest diary.', 'Try the body scan recording twice.'],
  interventions: ['activity', 'wellbeing', 'money', 'work', 'weight'],
  purpose: [
    'Long-term pain and low mood, many appointments, little change.',
    'High use of painkillers; look at the whole picture.',
  ],
};
const child: Theme = {
  seen: [
    'School attendance up to 88 per cent.',
    'Asthma pump now in the school office as well.',
    'Mum worn out, older brother helps at bedtime.',
    'Waiting list for the assessment is now eleven months.',
    'Settled better with the picture timetable.',
    'Calm in the small group, hard time at lunch.',
  ],
  agreed: [
    'School nurse to ring Mum.',
    'Short breaks form sent.',
    'Review with school on the 12th.',
    'Young carers group contacted.',
  ],
  matters: ['Playing out with my mates.', 'Not being late for school.'],
  goals: ['In school four days a week', 'Bed by nine on school nights'],
  homework: ['Try the picture timetable at home.', 'Star chart for the pump.'],
  interventions: ['wellbeing', 'activity', 'weight', 'housing'],
  purpose: ['Family under strain, several services, no one plan.', 'Missing school with asthma and worry.'],
};
const learning: Theme = {
  seen: [
    'Annual health check done; easy-read plan explained with pictures.',
    'Support worker changed again, unsettled since.',
    'Likes the new day centre, two days a week.',
    'Tooth pain for a week, did not say until asked.',
    'Travel training going well, took the bus with support.',
  ],
  agreed: [
    'Dentist booked first appointment of the day.',
    'Health passport updated.',
    'Review of support hours asked for.',
    'Photo of the nurse sent beforehand.',
  ],
  matters: ['My own flat and my football.', 'Choosing what I eat.'],
  goals: ['Take the bus to the day centre alone', 'Cook one meal a week'],
  homework: ['Practise the bus route with support.', 'Put the pictures in order for cooking.'],
  interventions: ['screening', 'weight', 'activity', 'vaccination'],
  purpose: [
    'Learning disability, health check overdue, support changing.',
    'Ageing parents can no longer give all the care.',
  ],
};
const ending: Theme = {
  seen: [
    'Comfortable, pain well controlled on the patch.',
    'Weaker, in bed most of the day, family taking turns.',
    'Talked openly about wanting to stay at home.',
    'Hospital bed delivered; district nurses daily.',
    'Just-in-case medicines are in the house.',
    'Eating little, enjoys the ice lollies.',
  ],
  agreed: [
    'Hospice sitter for two nights.',
    'Preferences put on the out-of-hours record.',
    'The family has the numbers to ring at night.',
    'GP visit asked for this week.',
  ],
  matters: ['Being at home with the window open.', 'Nobody arguing.'],
  goals: ['Sit in the garden once a day'],
  homework: ['Family to write down questions for the nurse.'],
  interventions: ['wellbeing', 'money'],
  purpose: [
    'End-of-life register; coordinate nights, nurses and family.',
    'Wishes to die at home, family needs support.',
  ],
};

export const themes = {
  breathing,
  heart,
  diabetes,
  frailty,
  memory,
  mood,
  psychosis,
  drink,
  shelter,
  pain,
  child,
  learning,
  ending,
};
export type ThemeName = keyof typeof themes;
