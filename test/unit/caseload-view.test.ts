import { describe, expect, test } from 'vitest';
import { chipsOf } from '../../renderer/features/caseload/caseload-chips.ts';
import {
  builtInViews,
  type CaseloadView,
  caseloadInputOf,
  caseloadView,
  isFiltered,
  viewOf,
  viewText,
} from '../../renderer/features/caseload/caseload-view.ts';
import { caseload } from '../../shared/contract/caseload.ts';

const full: CaseloadView = {
  who: 'team',
  sort: 'tier',
  down: true,
  tiers: ['high', 'very-high'],
  statuses: ['open', 'closed'],
  due: 'week',
  unseen: 28,
  missed: true,
  nobody: true,
  handover: true,
  flags: ['frail', 'homeless'],
  segments: ['complex-lives'],
  coordinators: ['w1'],
  behaviourist: 'w2',
  practices: ['p1', 'p2'],
  neighbourhoods: ['n01'],
};
const choices = {
  neighbourhoods: [{ id: 'n01', name: 'Anfield' }],
  practices: [
    { id: 'p1', name: 'First Practice' },
    { id: 'p2', name: 'Second Practice' },
  ],
  coordinators: [{ id: 'w1', name: 'Cora', job: '', organisation: '' }],
  behaviourists: [{ id: 'w2', name: 'Bea', job: '', organisation: '' }],
};

describe('the address of the caseload', () => {
  test('what it does not know is left out, and the rest still holds', () => {
    const read = caseloadView.parse({
      tiers: ['high', 'enormous'],
      due: 'someday',
      unseen: -3,
      flags: ['frail'],
      sort: 'name',
      search: 'Smith',
    });
    expect(viewText(read)).toBe(viewText({ flags: ['frail'], sort: 'name' }));
  });

  test('every part of a view is asked of the engine in its own words', () => {
    const asked = caseload['cases.caseload'].input.parse(caseloadInputOf(full, 'team', ' smith '));
    expect(asked).toEqual({
      sort: 'tier',
      down: true,
      tiers: ['high', 'very-high'],
      statuses: ['open', 'closed'],
      due: 'week',
      notSeenDays: 28,
      missedTwice: true,
      noCoordinator: true,
      transferPending: true,
      flags: ['frail', 'homeless'],
      segments: ['complex-lives'],
      coordinatorIds: ['w1'],
      behaviouristId: 'w2',
      practiceIds: ['p1', 'p2'],
      neighbourhoodIds: ['n01'],
      search: 'smith',
      offset: 0,
      limit: 50,
    });
    expect(caseloadInputOf({}, 'mine', '')).toEqual({ mine: true });
  });

  test('every view that everybody has is an address', () => {
    for (const { view } of builtInViews) expect(viewText(caseloadView.parse(view))).toBe(viewText(view));
  });
});

describe('saved views', () => {
  test('are the same whatever the order of their parts, and come back as they were', () => {
    const turned = Object.fromEntries(Object.entries(full).reverse()) as CaseloadView;
    expect(viewText(turned)).toBe(viewText(full));
    expect(viewText(viewOf(viewText(full)))).toBe(viewText(full));
  });

  test('that cannot be read show the plain list', () => {
    for (const broken of ['', '{', '[]', 'null', '{"tiers":"high"}']) expect(viewText(viewOf(broken))).toBe('{}');
  });

  test('whose and order alone are no filter', () => {
    expect(isFiltered({ who: 'team', sort: 'name', down: true })).toBe(false);
    expect(isFiltered({ missed: true })).toBe(true);
  });
});

describe('chips', () => {
  test('every filter has one that says it in words and takes exactly itself away', () => {
    const shown: CaseloadView[] = [];
    const chips = chipsOf(full, choices, (view) => shown.push(view));
    expect(chips.map(({ label }) => label)).toEqual([
      'High need',
      'Very high need',
      'Open',
      'Closed',
      'Due in 7 days',
      'Not seen in 28 days',
      'Missed twice in a row',
      'Handover waiting',
      'No coordinator',
      'Frail',
      'Homeless',
      'Complex lives',
      'Cora',
      'Bea',
      'First Practice',
      'Second Practice',
      'Anfield',
    ]);
    expect(new Set(chips.map(({ id }) => id)).size).toBe(chips.length);
    for (const { onRemove } of chips) onRemove();
    const remaining = shown.map((view) => chipsOf(view, choices, () => {}).length);
    expect(remaining).toEqual(chips.map(() => chips.length - 1));
  });
});
