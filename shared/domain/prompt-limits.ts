import { z } from 'zod';
import shipped from '../../resources/prompt-limits.json' with { type: 'json' };

export type LimitId = (typeof shipped.limits)[number]['id'];
/** Limits of the prompt rules by id: days, months, levels. */
export type PromptLimits = Readonly<Record<LimitId, number>>;

/** Every limit with its rule, words, unit and bounds, and the value that ships with the product. */
export const promptLimitList = shipped.limits;
export const promptLimitSource: string = shipped.source;

/** The values that ship with the product (`resources/prompt-limits.json`, which names its sources). */
export const shippedLimits: PromptLimits = Object.fromEntries(shipped.limits.map(({ id, value }) => [id, value]));

/** Values that a team sets: whole numbers within the bounds of their limit. */
export const promptLimitsSchema = z.object(
  Object.fromEntries(
    shipped.limits.map(({ id, least, most }) => {
      const message = `Enter a whole number from ${least} to ${most}`;
      return [id, z.int(message).min(least, message).max(most, message)];
    }),
  ),
);

/** The limits in force: what a team has set, and for all else what ships; a value out of bounds is not used. */
export function limitsOf(stored: string | null): PromptLimits {
  if (stored === null) return shippedLimits;
  const given = JSON.parse(stored) as Record<string, unknown>;
  const own = shipped.limits.flatMap(({ id, least, most }) => {
    const value = given[id];
    return typeof value === 'number' && value >= least && value <= most ? [[id, value] as const] : [];
  });
  return { ...shippedLimits, ...Object.fromEntries(own) };
}
