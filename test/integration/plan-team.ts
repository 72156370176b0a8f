import type { OutputOf } from '../../shared/contract/index.ts';
import type { CareTeam } from './care-team.ts';

/** Joan's plan page. */
export const openPlan = (team: CareTeam): Promise<OutputOf<'plans.open'>> =>
  team.ask('plans.open', { personId: team.joan });

const zone = (signs: string, steps: string) => ({ signs, do: steps });

/** A draft for Joan with something in every part. */
export async function writtenDraft(team: CareTeam) {
  const personId = team.joan;
  const { planId } = await team.ask('plans.start', { personId });
  const { working } = await openPlan(team);
  await team.ask('plans.write', {
    planId,
    heads: working?.heads ?? {},
    patch: {
      whatMatters: 'Being at home with the dog',
      strengths: 'A good neighbour',
      communication: 'Speak slowly',
      contingency: {
        signs: ['More breathless'],
        steps: [{ when: 'I cannot get up', do: 'press the pendant' }],
        calls: [{ name: 'Nurse line', phone: '0151 496 0001' }],
      },
    },
  });
  const { needId } = await team.ask('plans.addNeed', {
    personId,
    domain: 'daily-living',
    words: 'Cannot carry the shopping',
    level: 3,
  });
  const { goalId } = await team.ask('plans.addGoal', {
    personId,
    needId,
    domain: 'daily-living',
    words: 'Walk to the shop on my own',
    baseline: { words: 'Only with a friend', rating: -1 },
    scale: { '-2': 'Not at all', '-1': 'With help', '0': 'Alone once a week', '1': 'Twice a week', '2': 'Daily' },
    importance: 8,
    targetOn: '2027-02-01',
  });
  const { ratingId } = await team.ask('plans.rateGoal', { goalId, rating: -1 });
  const { actionId, taskId } = await team.ask('plans.addAction', {
    personId,
    needId,
    goalId,
    words: 'Ask for a walking frame',
    owner: { kind: 'worker', id: team.ids.colleague },
    dueOn: '2026-12-01',
  });
  const { selfManagementId } = await team.ask('plans.addSelfManagement', {
    personId,
    condition: 'copd',
    content: {
      everyday: ['Inhaler morning and evening'],
      green: zone('Breathing as usual', 'Carry on'),
      amber: zone('More cough', 'Call the nurse'),
      red: zone('Cannot speak', 'Call 999'),
    },
    agreedOn: '2026-11-20',
    reviewDueOn: '2027-05-20',
  });
  const { decisionId } = await team.ask('plans.recordDecision', { personId, kind: 'place-of-care', value: '21' });
  return { planId, needId, goalId, ratingId, actionId, taskId, selfManagementId, decisionId };
}

/** Agrees a version with the person and their family. */
export async function agree(team: CareTeam, planId: string, on = '2026-11-20', reviewDueOn = '2027-05-20') {
  const { working } = await openPlan(team);
  const agreement = { on, with: ['10' as const, '11' as const] };
  await team.ask('plans.agree', { planId, heads: working?.heads ?? {}, agreement, reviewDueOn });
}
