import { z } from 'zod';
import shipped from '../../resources/need-tier.json' with { type: 'json' };
import { codesOf } from './code-lists.ts';

/** Facts that are counted in bands. Each is a number, or null when nothing is recorded. */
export const bandIds = [
  'efi',
  'cfs',
  'emergency-admissions',
  'long-term-conditions',
  'carer-strain',
  'missed-contacts',
] as const;

/** Facts that are either true or not. */
export const itemIds = [
  'homeless',
  'severe-mental-illness',
  'complex-alcohol',
  'lives-alone',
  'housebound',
  'most-deprived',
  'interpreter',
] as const;

const tierSchema = z.enum(codesOf('need-tier'));
const points = z.number().min(0).max(100);
const words = z.string().min(1).max(300);

const bandsSchema = z.object({
  kind: z.literal('bands'),
  id: z.enum(bandIds),
  title: words,
  /** Of contributions with the same group only the larger counts. */
  group: z.string().optional(),
  missing: words,
  /** In rising order; the last one that the value is above counts. */
  bands: z
    .array(z.object({ above: z.number(), points, sentence: words }))
    .min(1)
    .refine((bands) => isRising(bands.map((band) => band.above)), 'Bands must rise'),
});

const itemsSchema = z.object({
  kind: z.literal('items'),
  id: z.string().min(1),
  title: words,
  cap: points,
  items: z.array(z.object({ id: z.enum(itemIds), points, sentence: words })).min(1),
});

/** Points, thresholds and sentences of the need tier, as an administrator may edit them. */
export const needTierTableSchema = z.object({
  version: z.string(),
  notice: words,
  /** In rising order from 0 points; the last one that the points reach holds. */
  tiers: z
    .array(z.object({ tier: tierSchema, from: z.number() }))
    .refine((tiers) => tiers[0]?.from === 0 && isRising(tiers.map((row) => row.from)), 'Tiers must rise from 0'),
  contributions: z.array(z.discriminatedUnion('kind', [bandsSchema, itemsSchema])),
  sentences: z.object({
    summary: words,
    onePoint: words,
    none: words,
    capped: words,
    overruled: words,
    override: words,
  }),
});

export type NeedTierTable = z.infer<typeof needTierTableSchema>;
export type NeedTier = z.infer<typeof tierSchema>;
export type BandContribution = z.infer<typeof bandsSchema>;
export type ItemContribution = z.infer<typeof itemsSchema>;

function isRising(values: number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
}

/** The table that ships with the product (`resources/need-tier.json`, which names its sources). */
export const shippedNeedTierTable: NeedTierTable = needTierTableSchema.parse(shipped);

/** Where the shipped points and thresholds come from. */
export const needTierSource: string = shipped.source;
