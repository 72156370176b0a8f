import { formatDate } from './british-date.ts';
import { codeLabel } from './code-lists.ts';
import type {
  BandContribution,
  bandIds,
  ItemContribution,
  itemIds,
  NeedTier,
  NeedTierTable,
} from './need-tier-table.ts';

/**
 * Need tier: low, rising, high or very high, from points that are each explained in a sentence. It puts work in order;
 * it is not a clinical prediction. What counts, and for how much, is the table's; how it is added up is here.
 */

/** What is known of a person. A number is null when nothing is recorded, which is not the same as 0. */
export interface NeedFacts {
  readonly numbers: Readonly<Record<(typeof bandIds)[number], number | null>>;
  readonly marks: ReadonlySet<(typeof itemIds)[number]>;
}

/** One line of the explanation. The points of all lines add up to the total; a cap is a line of its own, below 0. */
export interface NeedContribution {
  readonly id: string;
  readonly points: number;
  readonly sentence: string;
}

/** A tier set by hand. It holds through its last day. */
export interface TierOverride {
  readonly tier: NeedTier;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
}

export interface NeedResult {
  /** What holds: the override while it lasts, else the computed tier. */
  readonly tier: NeedTier;
  /** What the points alone give. */
  readonly computed: NeedTier;
  readonly points: number;
  readonly contributions: readonly NeedContribution[];
  /** A sentence for each fact that is not recorded. */
  readonly missing: readonly string[];
  /** The override, if one holds on this day. */
  readonly override: TierOverride | null;
}

/**
 * Works out the need tier of a person.
 * @param set the override, if there ever was one, and today's date; an expired override is passed over
 */
export function needTier(
  facts: NeedFacts,
  table: NeedTierTable,
  set: { override: TierOverride | null; today: string } = { override: null, today: '' },
): NeedResult {
  const contributions: NeedContribution[] = [];
  const missing: string[] = [];
  const counting = largestOfGroups(facts, table);
  for (const row of table.contributions) {
    if (row.kind === 'items') {
      contributions.push(...itemLines(row, facts, table));
      continue;
    }
    const value = facts.numbers[row.id];
    if (value === null) missing.push(row.missing);
    else contributions.push(...bandLines(row, value, counting.has(row.id), table));
  }
  const points = contributions.reduce((sum, line) => sum + line.points, 0);
  const computed = table.tiers.findLast((row) => points >= row.from)?.tier ?? 'low';
  const override = set.override !== null && set.override.until >= set.today ? set.override : null;
  return { tier: override?.tier ?? computed, computed, points, contributions, missing, override };
}

function bandOf(row: BandContribution, value: number) {
  return row.bands.findLast((band) => value > band.above);
}

/** The contributions that count: of each group the one with most points, the first of them when equal. */
function largestOfGroups(facts: NeedFacts, table: NeedTierTable): Set<string> {
  const best = new Map<string, { id: string; points: number }>();
  for (const row of table.contributions) {
    if (row.kind !== 'bands') continue;
    const points = bandOf(row, facts.numbers[row.id] ?? Number.NEGATIVE_INFINITY)?.points ?? 0;
    const group = row.group ?? row.id;
    if (points > (best.get(group)?.points ?? -1)) best.set(group, { id: row.id, points });
  }
  return new Set([...best.values()].map((winner) => winner.id));
}

function bandLines(row: BandContribution, value: number, counts: boolean, table: NeedTierTable): NeedContribution[] {
  const band = bandOf(row, value);
  if (band === undefined) return [];
  const sentence = fill(band.sentence, { value });
  if (counts) return [{ id: row.id, points: band.points, sentence }];
  return [{ id: row.id, points: 0, sentence: `${sentence} ${fill(table.sentences.overruled, { title: row.title })}` }];
}

function itemLines(row: ItemContribution, facts: NeedFacts, table: NeedTierTable): NeedContribution[] {
  const lines: NeedContribution[] = row.items.filter((item) => facts.marks.has(item.id));
  const sum = lines.reduce((total, line) => total + line.points, 0);
  const kept = lines.map(({ id, points, sentence }) => ({ id, points, sentence }));
  if (sum <= row.cap) return kept;
  const sentence = fill(table.sentences.capped, { title: row.title, cap: row.cap });
  return [...kept, { id: row.id, points: row.cap - sum, sentence }];
}

/** The tier in one sentence: `High need: 7 points.` */
export function needSummary(result: NeedResult, table: NeedTierTable): string {
  const tier = codeLabel('need-tier', result.computed);
  return fill(result.points === 1 ? table.sentences.onePoint : table.sentences.summary, {
    tier,
    points: result.points,
  });
}

/** Who set the tier by hand, until when and why, and what the points alone give. Null when the points decide. */
export function overrideSentence(result: NeedResult, table: NeedTierTable, worker: string): string | null {
  if (result.override === null) return null;
  const { tier, reason, until } = result.override;
  return fill(table.sentences.override, {
    tier: codeLabel('need-tier', tier).toLowerCase(),
    worker,
    date: formatDate(until),
    reason: /[.!?]$/.test(reason) ? reason : `${reason}.`,
    computed: codeLabel('need-tier', result.computed).toLowerCase(),
  });
}

/** Puts values into `{name}` places. Text that comes in through a value is never looked at again. */
function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
