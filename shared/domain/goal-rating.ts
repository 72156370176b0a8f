/**
 * Goal-attainment scaling: how far a goal is reached, from −2 (much less than hoped) to +2 (much more than hoped).
 * The five words are our own; each goal may describe its own levels in the person's words.
 */
export const goalRatings = [-2, -1, 0, 1, 2] as const;
export type GoalRating = (typeof goalRatings)[number];

const WORDS: Readonly<Record<GoalRating, string>> = {
  [-2]: 'Much less than hoped',
  [-1]: 'Less than hoped',
  0: 'As hoped',
  1: 'More than hoped',
  2: 'Much more than hoped',
};

const isRating = (rating: number): rating is GoalRating => goalRatings.includes(rating as GoalRating);

/** What a rating means in general. */
export const ratingWords = (rating: number): string => (isRating(rating) ? WORDS[rating] : String(rating));

/** −2 with a minus sign, +2 with a plus sign. */
export const ratingNumber = (rating: number): string =>
  rating > 0 ? `+${rating}` : rating < 0 ? `−${Math.abs(rating)}` : '0';

/** What each level means for one goal; levels that nobody described are left out. */
export type GoalScale = Readonly<Record<string, string>>;

/** What a rating means for this goal: its own description, or the general words. */
export const ratingMeaning = (scale: GoalScale | null, rating: number): string =>
  scale?.[String(rating)] || ratingWords(rating);

/** How the ratings moved, in one sentence; null with fewer than two. @param ratings oldest first */
export function ratingTrend(ratings: readonly number[]): string | null {
  const [first, last] = [ratings[0], ratings.at(-1)];
  if (ratings.length < 2 || first === undefined || last === undefined) return null;
  const moved = last > first ? 'up' : last < first ? 'down' : null;
  return moved === null
    ? `Unchanged at ${ratingNumber(last)} over ${ratings.length} ratings`
    : `${moved === 'up' ? 'Up' : 'Down'} from ${ratingNumber(first)} to ${ratingNumber(last)} over ${ratings.length} ratings`;
}
