import type { HandoverLine } from '../../../shared/contract/prints.ts';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { decisionWords } from '../../../shared/domain/plan-document.ts';
import type { ReadHandle } from '../store/handles.ts';
import { parseJson } from '../store/person-columns.ts';
import { decisionsOf, needsOf, plansOf, selfManagementOf } from '../store/plans.ts';
import { sectionsOf, selfManagementContent } from './plan-content.ts';
import { draftsOf, holdingPlan } from './plan-versions.ts';

/** From this level on a need is told to whoever comes at night: life is limited by it. */
const pressingLevel = 3;

/** What the care plan adds to a handover sheet. */
export interface PlanLines {
  readonly matters: readonly HandoverLine[];
  readonly communication: readonly HandoverLine[];
  readonly contingency: readonly HandoverLine[];
  readonly decisions: readonly HandoverLine[];
  readonly needs: readonly HandoverLine[];
}

/**
 * Lines from the plan that holds; before one was agreed, from the draft, which then says so. Self-management plans,
 * decisions and needs stand by themselves, whatever the plan's version.
 */
export function planLines(read: ReadHandle, person: string): PlanLines {
  const plans = plansOf(read, person);
  const holding = holdingPlan(plans);
  const plan = holding ?? draftsOf(plans)[0];
  const agreedOn = parseJson<{ on?: string }>(holding?.agreement ?? null)?.on;
  const when =
    plan === undefined
      ? null
      : agreedOn === undefined
        ? `draft of ${formatDate(plan.started_on)}, not agreed`
        : `plan agreed ${formatDate(agreedOn)}`;
  const line = (lead: string, words: string): HandoverLine => ({ lead, words, when });
  const { whatMatters, communication, contingency } = sectionsOf(plan);
  return {
    matters: whatMatters === '' ? [] : [line('In the care plan', whatMatters)],
    communication: communication === '' ? [] : [line('In the care plan', communication)],
    contingency: [
      ...(contingency.signs.length > 0 ? [line('Early warning signs', contingency.signs.join('; '))] : []),
      ...contingency.steps.map((step) => line(`When ${step.when}`, step.do)),
      ...contingency.calls.map(({ name, phone }) => line(`Call ${name}`, phone || 'no telephone number recorded')),
      ...redZones(read, person),
    ],
    decisions: currentDecisions(read, person),
    needs: needsOf(read, person)
      .filter(({ ended, level }) => ended === null && level !== null && level >= pressingLevel)
      .map(({ domain, words, level, raised_on }) => ({
        lead: `${wordOf('life-domain', domain)}, ${wordOf('need-level', String(level)).toLowerCase()}`,
        words,
        when: `since ${formatDate(raised_on)}`,
      })),
  };
}

/** What a self-management plan says for when things are bad. */
function redZones(read: ReadHandle, person: string): HandoverLine[] {
  return selfManagementOf(read, person)
    .filter(({ ended_on }) => ended_on === null)
    .flatMap(({ condition, content, agreed_on }) => {
      const { red } = selfManagementContent(content);
      const words = [red.signs, red.do].filter(Boolean).join(' – ');
      const when = agreed_on === null ? null : `agreed ${formatDate(agreed_on)}`;
      return words === '' ? [] : [{ lead: `${wordOf('condition', condition)}, red zone`, words, when }];
    });
}

/** Of each kind the newest: that it exists and where it is kept, never the decision itself. */
function currentDecisions(read: ReadHandle, person: string): HandoverLine[] {
  const all = decisionsOf(read, person);
  return all
    .filter(({ kind }, place) => all.findIndex((other) => other.kind === kind) === place)
    .map(({ kind, value, kept_where, decided_on, review_on, note, recorded_at }) => ({
      lead: wordOf('care-decision', kind),
      words: [
        decisionWords(kind, value),
        kept_where && `kept: ${kept_where}`,
        review_on && `to be reviewed ${formatDate(review_on)}`,
        note,
      ]
        .filter(Boolean)
        .join(', '),
      when:
        decided_on === null ? `recorded ${formatDate(localDateOf(recorded_at))}` : `dated ${formatDate(decided_on)}`,
    }));
}
