import { expect, test } from 'vitest';
import { currentDecisions, type SharingDecision, sharingSummary } from '../../shared/domain/sharing.ts';

const decision = (decided: string, more: Partial<SharingDecision> = {}): SharingDecision => ({
  purpose: 'direct-care',
  organisationKind: null,
  organisationId: null,
  decision: decided,
  decidedOn: '2026-03-12',
  ...more,
});

test.each<[string, SharingDecision[], string, string]>([
  ['nobody asked', [], 'not-asked', 'Sharing: not asked yet'],
  ['only research was decided', [decision('refused', { purpose: 'research' })], 'not-asked', 'Sharing: not asked yet'],
  ['agreed', [decision('agreed')], 'agreed', 'Sharing: agreed, 12 Mar 2026'],
  [
    'agreed, then withdrawn',
    [decision('withdrawn'), decision('agreed')],
    'refused',
    'Sharing: agreed before, now withdrawn, 12 Mar 2026',
  ],
  [
    'agreed, but not with the police',
    [decision('refused', { organisationKind: 'police' }), decision('agreed')],
    'mixed',
    'Sharing: agreed with some organisations only',
  ],
  [
    'agreed with one organisation, others not asked',
    [decision('agreed', { organisationId: 'o1' })],
    'agreed',
    'Sharing: agreed, for named organisations only, 12 Mar 2026',
  ],
  ['a decision of a newer version allows nothing', [decision('perhaps')], 'refused', 'Sharing: perhaps, 12 Mar 2026'],
])('%s', (_, decisions, state, sentence) => {
  expect(sharingSummary(decisions)).toEqual({ state, sentence });
});

test('of each purpose and addressee the newest holds', () => {
  const [newest, older, police] = [
    decision('withdrawn'),
    decision('agreed'),
    decision('agreed', { organisationKind: 'police' }),
  ];
  expect(currentDecisions([newest, older, police])).toEqual(new Set([newest, police]));
});
