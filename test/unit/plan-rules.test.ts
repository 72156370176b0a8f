import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf } from '../../shared/domain/code-lists.ts';
import { checkDecision, decisionOptions } from '../../shared/domain/decision-rules.ts';
import type { PlanContent } from '../../shared/domain/frozen-plan.ts';
import {
  goalBeginnings,
  goalCanBeRated,
  goalIsOpen,
  goalStatuses,
  goalStatusLabel,
  goalStep,
  goalSteps,
} from '../../shared/domain/goal-lifecycle.ts';
import { ratingMeaning, ratingNumber, ratingTrend } from '../../shared/domain/goal-rating.ts';
import { planChanges } from '../../shared/domain/plan-changes.ts';
import { planDocument } from '../../shared/domain/plan-document.ts';
import { planMayBecome, planStatuses } from '../../shared/domain/plan-status.ts';
import { wordDifference } from '../../shared/domain/word-difference.ts';

const emptyPlan: PlanContent = {
  whatMatters: '',
  strengths: '',
  communication: '',
  contingency: { signs: [], steps: [], calls: [] },
  needs: [],
  goals: [],
  actions: [],
  selfManagement: [],
  decisions: [],
};
const goal = (id: string, words: string): PlanContent['goals'][number] => ({
  id,
  needId: null,
  domain: 'home',
  words,
  baseline: null,
  scale: null,
  importance: null,
  targetOn: null,
  status: 'active',
  rating: null,
});

describe('the life of a goal', () => {
  test('every step that may be taken, and no other', () => {
    const allowed = goalStatuses.flatMap((from) => goalSteps(from).map(({ to }) => `${from} → ${to}`));
    expect(allowed).toEqual([
      'proposed → accepted',
      'proposed → active',
      'proposed → rejected',
      'proposed → cancelled',
      'accepted → active',
      'accepted → cancelled',
      'active → completed',
      'active → on-hold',
      'active → cancelled',
      'on-hold → active',
      'on-hold → completed',
      'on-hold → cancelled',
      'completed → active',
      'rejected → proposed',
    ]);
    for (const from of goalStatuses)
      for (const to of goalStatuses)
        expect(goalStep(from, to)?.to ?? null).toBe(allowed.includes(`${from} → ${to}`) ? to : null);
  });

  test('what ends or interrupts a goal, or takes it up again after its end, says why', () => {
    const reasons = goalStatuses.flatMap((from) =>
      goalSteps(from).flatMap(({ to, needsReason }) => (needsReason ? [`${from} → ${to}`] : [])),
    );
    expect(reasons).toEqual([
      'proposed → rejected',
      'proposed → cancelled',
      'accepted → cancelled',
      'active → on-hold',
      'active → cancelled',
      'on-hold → cancelled',
      'completed → active',
      'rejected → proposed',
    ]);
  });

  test('from every beginning a goal can be completed, and only open goals can be rated', () => {
    const reach = (from: (typeof goalStatuses)[number], seen = new Set([from])): Set<string> => {
      for (const { to } of goalSteps(from))
        if (!seen.has(to)) {
          seen.add(to);
          reach(to, seen);
        }
      return seen;
    };
    for (const begin of goalBeginnings) expect(reach(begin).has('completed')).toBe(true);
    for (const status of goalStatuses) if (goalCanBeRated(status)) expect(goalIsOpen(status)).toBe(true);
    for (const status of goalStatuses) expect(goalStatusLabel(status)).toMatch(/^[A-Z]/);
  });
});

test('a version goes from draft to agreed, under review and back, and ends superseded', () => {
  const steps = planStatuses.flatMap((from) =>
    planStatuses.filter((to) => planMayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(steps).toEqual([
    'draft → agreed',
    'agreed → under-review',
    'agreed → superseded',
    'under-review → agreed',
    'under-review → superseded',
  ]);
});

test('ratings in numbers, in the words of the goal, and their movement', () => {
  expect([-2, -1, 0, 1, 2].map(ratingNumber)).toEqual(['−2', '−1', '0', '+1', '+2']);
  expect(ratingMeaning({ '0': 'To the shop', '1': '' }, 0)).toBe('To the shop');
  expect(ratingMeaning({ '0': 'To the shop', '1': '' }, 1)).toBe('More than hoped');
  expect(ratingMeaning(null, -2)).toBe('Much less than hoped');
  expect(ratingTrend([-1])).toBeNull();
  expect(ratingTrend([-1, 0, 1])).toBe('Up from −1 to +1 over 3 ratings');
  expect(ratingTrend([2, -1])).toBe('Down from +2 to −1 over 2 ratings');
  expect(ratingTrend([0, 1, 0])).toBe('Unchanged at 0 over 3 ratings');
});

describe('preferences and decisions', () => {
  const today = '2026-11-20';
  const draft = { keptWhere: 'Hall', decidedOn: '2026-01-02', reviewOn: null };
  test('places have the codes of the data set, everything else only what is known of it', () => {
    for (const kind of codesOf('care-decision')) {
      const values = decisionOptions(kind).map(({ value }) => value);
      expect(values.includes('21')).toBe(kind.startsWith('place-'));
      expect(values.includes('exists')).toBe(!kind.startsWith('place-'));
      expect(values).toContain('declined');
    }
  });
  test.each([
    [{ kind: 'resuscitation', value: 'exists' }, []],
    [{ kind: 'resuscitation', value: 'exists', keptWhere: '' }, ['keptWhere']],
    [{ kind: 'resuscitation', value: 'exists', decidedOn: null }, ['decidedOn']],
    [{ kind: 'resuscitation', value: 'none', keptWhere: '', decidedOn: null }, []],
    [{ kind: 'resuscitation', value: '21' }, ['value']],
    [{ kind: 'place-of-death', value: '21', keptWhere: '', decidedOn: null }, []],
    [{ kind: 'place-of-death', value: 'exists', keptWhere: '' }, ['value', 'keptWhere']],
    [{ kind: 'power-of-attorney', value: 'exists', decidedOn: '2026-11-21' }, ['decidedOn']],
    [{ kind: 'power-of-attorney', value: 'exists', reviewOn: '2025-01-01' }, ['reviewOn']],
  ] as const)('%j', (fields, paths) => {
    expect(checkDecision({ ...draft, ...fields }, today).map(({ path }) => path)).toEqual(paths);
  });
});

describe('what changed word by word', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'the', 'walk', ' ', '\n', '  '), { maxLength: 40 })
    .map((all) => all.join(' '));
  test('both texts can be read back from the difference, and only equal texts have none', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDifference(before, after);
        const join = (without: string) =>
          parts
            .filter(({ kind }) => kind !== without)
            .map((part) => part.text)
            .join('');
        expect(join('added')).toBe(before);
        expect(join('removed')).toBe(after);
        expect(parts.every(({ kind }) => kind === 'same')).toBe(before === after);
        for (const [index, part] of parts.entries()) expect(part.kind).not.toBe(parts[index + 1]?.kind);
      }),
    );
  });
  test('a word in the middle', () => {
    expect(wordDifference('walk to the shop alone', 'walk to the park alone')).toEqual([
      { kind: 'same', text: 'walk to the ' },
      { kind: 'removed', text: 'shop' },
      { kind: 'added', text: 'park' },
      { kind: 'same', text: ' alone' },
    ]);
  });
  test('texts too long to compare word by word are compared whole', () => {
    const long = 'word '.repeat(3000);
    expect(wordDifference(long, `${long}more`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('what changed between two versions', () => {
  const words = fc.constantFrom('', 'Home', 'The garden', 'My dog and my garden');
  const plan: fc.Arbitrary<PlanContent> = fc.record({
    whatMatters: words,
    strengths: words,
    communication: words,
    contingency: fc.record({
      signs: fc.array(fc.constantFrom('Tired', 'Not eating'), { maxLength: 2 }),
      steps: fc.array(fc.record({ when: fc.constantFrom('I fall'), do: fc.constantFrom('call', 'wait') }), {
        maxLength: 2,
      }),
      calls: fc.array(fc.record({ name: fc.constantFrom('Nurse'), phone: fc.constantFrom('', '1') }), { maxLength: 1 }),
    }),
    needs: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('n1', 'n2'),
        domain: fc.constantFrom('home', 'money'),
        words: fc.constantFrom('Damp', 'Rent'),
        level: fc.constantFrom(null, 1, 4),
      }),
      { selector: ({ id }) => id, maxLength: 2 },
    ),
    goals: fc.uniqueArray(
      fc
        .record({
          id: fc.constantFrom('g1', 'g2'),
          words: fc.constantFrom('Walk', 'Cook'),
          importance: fc.constantFrom(null, 0, 10),
        })
        .map(({ id, words: said, importance }) => ({ ...goal(id, said), importance })),
      { selector: ({ id }) => id, maxLength: 2 },
    ),
    actions: fc.constant([]),
    selfManagement: fc.constant([]),
    decisions: fc.constant([]),
  });

  test('nothing differs from itself; what is added one way is removed the other; the order of rows says nothing', () => {
    fc.assert(
      fc.property(plan, plan, (one, two) => {
        expect(planChanges(one, one)).toEqual([]);
        const there = planChanges(one, two);
        const back = planChanges(two, one);
        const key = (kinds: Record<string, string>) => (change: (typeof there)[number]) =>
          `${change.section} ${kinds[change.kind]} ${change.fields.map(({ label }) => label).sort()}`;
        const same = { added: 'added', removed: 'removed', changed: 'changed' };
        const mirrored = { added: 'removed', removed: 'added', changed: 'changed' };
        expect(there.map(key(same)).sort()).toEqual(back.map(key(mirrored)).sort());
        for (const { fields } of there) for (const { before, after } of fields) expect(before).not.toBe(after);
        const turned = { ...one, goals: [...one.goals].reverse(), needs: [...one.needs].reverse() };
        expect(planChanges(one, turned)).toEqual([]);
      }),
    );
  });

  test('section by section, goal by goal', () => {
    const before = { ...emptyPlan, whatMatters: 'Home', goals: [goal('g1', 'Walk'), goal('g2', 'Cook')] };
    const after = {
      ...emptyPlan,
      whatMatters: 'Home and garden',
      goals: [{ ...goal('g1', 'Walk further'), status: 'completed' }, goal('g3', 'Sing')],
    };
    expect(planChanges(before, after)).toEqual([
      {
        section: 'What matters to me',
        title: null,
        kind: 'changed',
        fields: [{ label: '', before: 'Home', after: 'Home and garden' }],
      },
      {
        section: 'Goals',
        title: 'Walk further',
        kind: 'changed',
        fields: [
          { label: 'Goal', before: 'Walk', after: 'Walk further' },
          { label: 'Status', before: 'Active', after: 'Completed' },
        ],
      },
      {
        section: 'Goals',
        title: 'Sing',
        kind: 'added',
        fields: [
          { label: 'Goal', before: '', after: 'Sing' },
          { label: 'Life domain', before: '', after: 'Home' },
          { label: 'Status', before: '', after: 'Active' },
        ],
      },
      {
        section: 'Goals',
        title: 'Cook',
        kind: 'removed',
        fields: [
          { label: 'Goal', before: 'Cook', after: '' },
          { label: 'Life domain', before: 'Home', after: '' },
          { label: 'Status', before: 'Active', after: '' },
        ],
      },
    ]);
  });
});

describe("the person's view", () => {
  test('leaves out what nobody wrote, and has no codes', () => {
    const { sections } = planDocument({ plan: emptyPlan, agreement: null, reviewDueOn: null });
    expect(sections).toEqual([
      { id: 'agreement', heading: 'Agreed', blocks: [{ kind: 'text', text: 'This plan has not been agreed yet.' }] },
    ]);
  });
  test('says everything in plain words, in reading order', () => {
    const plan: PlanContent = {
      ...emptyPlan,
      whatMatters: 'My garden\n\nThe match',
      contingency: {
        signs: [],
        steps: [{ when: 'I fall', do: 'press the pendant' }],
        calls: [{ name: 'Nurse', phone: '1' }],
      },
      needs: [{ id: 'n', domain: 'daily-living', words: 'The stairs', level: 3 }],
      goals: [
        {
          ...goal('g', 'Walk to the shop'),
          scale: { '0': 'Alone once a week', '-1': 'With help' },
          rating: { rating: -1, on: '2026-11-20' },
          importance: 8,
          targetOn: '2027-02-01',
        },
      ],
      actions: [
        {
          id: 'a',
          needId: null,
          goalId: 'g',
          words: 'Practise',
          owner: { kind: 'person', name: null },
          dueOn: null,
          status: 'planned',
          outcome: null,
        },
        {
          id: 'b',
          needId: null,
          goalId: 'g',
          words: 'Not needed',
          owner: { kind: 'worker', name: 'Cora' },
          dueOn: null,
          status: 'dropped',
          outcome: null,
        },
      ],
      decisions: [
        {
          id: 'd',
          kind: 'place-of-death',
          value: '21',
          keptWhere: null,
          decidedOn: null,
          reviewOn: null,
          note: 'for workers',
        },
      ],
    };
    const { sections } = planDocument({
      plan,
      agreement: { on: '2026-11-20', by: 'Cora', with: ['10'], note: '' },
      reviewDueOn: '2027-05-20',
    });
    expect(sections.map(({ id }) => id)).toEqual([
      'what-matters',
      'needs',
      'goals',
      'actions',
      'contingency',
      'decisions',
      'agreement',
    ]);
    const said = JSON.stringify(sections);
    for (const words of [
      'Daily living: The stairs',
      'Where I am now: With help (20 Nov 2026)',
      'I will have got there when: Alone once a week',
      'Practise – I will do this',
      'If I fall, then press the pendant',
      'Nurse: 1',
      'The signed papers themselves count',
      'Agreed on 20 Nov 2026 with: The person',
      'again by 20 May 2027',
    ])
      expect(said).toContain(words);
    for (const hidden of ['daily-living', 'place-of-death', 'for workers', 'Not needed'])
      expect(said).not.toContain(hidden);
  });
});
