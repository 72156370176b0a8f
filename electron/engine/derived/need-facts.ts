import { addDays } from '../../../shared/domain/british-date.ts';
import { codeEntry, codesWhere, isCode } from '../../../shared/domain/code-lists.ts';
import { type NeedFacts, type NeedResult, needTier } from '../../../shared/domain/need-tier.ts';
import { shippedNeedTierTable } from '../../../shared/domain/need-tier-table.ts';
import type { ReadHandle } from '../store/handles.ts';
import { statement } from '../store/statements.ts';

/** Missed contacts older than this no longer add points. */
const missedWindowDays = 90;
const missedCodes = codesWhere('attendance', 'missed');

const personFacts = statement((q, p: { id: string }) =>
  q
    .selectFrom('people')
    .select(['frailty', 'admissions', 'deprivation', 'residence', 'interpreter', 'tier_override'])
    .where('id', '=', p.id),
);
const openFlags = statement((q, p: { id: string; today: string }) =>
  q
    .selectFrom('flags')
    .select(['id', 'code'])
    .where('person_id', '=', p.id)
    .where('voided', 'is', null)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', p.today)]))
    .orderBy('code'),
);
const openConditions = statement((q, p: { id: string }) =>
  q
    .selectFrom('conditions')
    .select('code')
    .distinct()
    .where('person_id', '=', p.id)
    .where('voided', 'is', null)
    .where('ended_on', 'is', null),
);
const missedSince = statement((q, p: { id: string; from: string }) =>
  q
    .selectFrom('contacts')
    .select((select) => [select.fn.countAll<number>().as('missed'), select.fn.min('starts_at').as('oldest')])
    .where('person_id', '=', p.id)
    .where('starts_at', '>=', p.from)
    .where('voided', 'is', null)
    .where('attendance', 'in', missedCodes),
);

export interface PersonNeed {
  readonly result: NeedResult;
  /** Codes of the flags that hold today, restricted ones included. */
  readonly flags: readonly string[];
  /** First date on which time alone may change the result, or null. */
  readonly freshUntil: string | null;
}

/** Need tier of a person with its explanation, from what is recorded now. Undefined when there is no such person. */
export function personNeed(read: ReadHandle, personId: string, today: string): PersonNeed | undefined {
  const person = read.get(personFacts, { id: personId });
  if (!person) return undefined;
  const flags = read.all(openFlags, { id: personId, today }).map(({ code }) => code);
  const conditions = read.all(openConditions, { id: personId }).map(({ code }) => code);
  return needOf(person, { flags, conditions, missed: missedContacts(read, personId, today) }, today);
}

/** Missed contacts that still count today: how many, and when the first of them was. */
export function missedContacts(read: ReadHandle, personId: string, today: string): Missed {
  const found = read.get(missedSince, { id: personId, from: addDays(today, -missedWindowDays) });
  return { number: found?.missed ?? 0, oldest: found?.oldest ?? null };
}

/** The same from rows that were read already: codes of the flags and conditions that hold today, missed contacts. */
export function needOf(
  person: PersonFacts,
  held: { readonly flags: readonly string[]; readonly conditions: readonly string[]; readonly missed: Missed },
  today: string,
): PersonNeed {
  const flags = [...new Set(held.flags)];
  const override = parse<{ tier: NeedResult['tier']; reason: string; until: string }>(person.tier_override);
  const facts = factsOf(person, flags, [...new Set(held.conditions)], held.missed.number);
  const result = needTier(facts, shippedNeedTierTable, { override, today });
  const { oldest } = held.missed;
  const ends = [
    result.override && addDays(result.override.until, 1),
    oldest ? addDays(oldest.slice(0, 10), missedWindowDays + 1) : null,
  ].filter((date) => date !== null);
  return { result, flags, freshUntil: ends.length > 0 ? ends.reduce((a, b) => (a < b ? a : b)) : null };
}

interface Missed {
  readonly number: number;
  readonly oldest: string | null;
}

interface PersonFacts {
  readonly tier_override: string | null;
  readonly frailty: string | null;
  readonly admissions: string | null;
  readonly deprivation: string | null;
  readonly residence: string | null;
  readonly interpreter: number | null;
}

function factsOf(
  person: PersonFacts,
  flags: readonly string[],
  conditions: readonly string[],
  missed: number,
): NeedFacts {
  const frailty = parse<{ efi?: number; cfs?: number }>(person.frailty);
  const residence = parse<{ type: string }>(person.residence)?.type;
  const longTerm = conditions.filter(
    (code) => isCode('condition', code) && codeEntry('condition', code).longTerm === true,
  );
  const homeless =
    residence !== undefined &&
    isCode('residence-type', residence) &&
    codeEntry('residence-type', residence).homeless === true;
  const has = (code: string) => flags.includes(code);
  const marks = {
    homeless: has('homeless') || homeless,
    'severe-mental-illness': has('severe-mental-illness'),
    'complex-alcohol': has('complex-alcohol'),
    'lives-alone': has('lives-alone'),
    housebound: has('housebound'),
    'most-deprived': parse<{ quintile: number }>(person.deprivation)?.quintile === 1,
    interpreter: person.interpreter === 1,
  };
  return {
    numbers: {
      efi: frailty?.efi ?? null,
      cfs: frailty?.cfs ?? null,
      'emergency-admissions': parse<{ emergency12m: number }>(person.admissions)?.emergency12m ?? null,
      'long-term-conditions': conditions.length === 0 ? null : longTerm.length,
      'carer-strain': null,
      'missed-contacts': missed,
    },
    marks: new Set((Object.keys(marks) as (keyof typeof marks)[]).filter((mark) => marks[mark])),
  };
}

function parse<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}
