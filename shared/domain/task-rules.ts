/** How pressing a task is, the least pressing first. */
export const taskPriorities = ['routine', 'soon', 'urgent'] as const;
export type TaskPriority = (typeof taskPriorities)[number];

export const priorityWords: Readonly<Record<TaskPriority, string>> = {
  routine: 'Routine',
  soon: 'Soon',
  urgent: 'Urgent',
};

/** What can make a task, with how it says so. */
export const taskOrigins = {
  hand: 'Added by hand',
  'plan-action': 'Action of the care plan',
  prompt: 'From a prompt',
  meeting: 'Agreed at a meeting',
  referral: 'Referral to chase',
  'telehealth-alert': 'Telehealth alert',
  stay: 'Follow-up of a stay',
  pathway: 'Step of a pathway',
  safety: 'Safety prompt of a questionnaire',
} as const;
export type TaskOrigin = keyof typeof taskOrigins;

/** What made a task, in words; an origin of a newer version is shown as itself. */
export function originWords(kind: string): string {
  return Object.hasOwn(taskOrigins, kind) ? taskOrigins[kind as TaskOrigin] : kind;
}

/** An alert is closed only with what was done about it: an empty outcome could hide that nobody looked. */
const outcomeNeeded: ReadonlySet<string> = new Set<TaskOrigin>(['telehealth-alert', 'safety']);

/** Whether a task of this origin is done only with words about what was done. */
export const needsOutcome = (origin: string): boolean => outcomeNeeded.has(origin);

/** A task may be put off for so many days at most; something further away has a later due date instead. */
export const longestSnoozeDays = 90;

/** What is wrong with putting a task (or a prompt) off until a day, or null. */
export function snoozeProblem(until: string, today: string): string | null {
  if (until <= today) return 'Choose a day after today';
  const days = (Date.parse(until) - Date.parse(today)) / 86_400_000;
  return days > longestSnoozeDays ? `Choose a day within the next ${longestSnoozeDays} days` : null;
}
