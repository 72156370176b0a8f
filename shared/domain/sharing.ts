import { formatDate } from './british-date.ts';
import { codeEntry, isCode } from './code-lists.ts';
import { wordOf } from './person-words.ts';

/** What a person decided about sharing, for a purpose, with everybody, a kind of organisation, or one organisation. */
export interface SharingDecision {
  readonly purpose: string;
  readonly organisationKind: string | null;
  readonly organisationId: string | null;
  readonly decision: string;
  readonly decidedOn: string;
}

/** Of decisions newest first, those that still hold: the newest for each purpose and addressee. */
export function currentDecisions<D extends SharingDecision>(newestFirst: readonly D[]): Set<D> {
  const held = new Map<string, D>();
  for (const decision of newestFirst) {
    const key = `${decision.purpose} ${decision.organisationKind ?? ''} ${decision.organisationId ?? ''}`;
    if (!held.has(key)) held.set(key, decision);
  }
  return new Set(held.values());
}

export interface SharingSummary {
  readonly state: 'agreed' | 'refused' | 'mixed' | 'not-asked';
  readonly sentence: string;
}

const allows = (decision: string): boolean =>
  isCode('sharing-decision', decision) && codeEntry('sharing-decision', decision).allows === true;

/** The decisions for direct care in one phrase, as the banner shows them. Nobody asked is not the same as no. */
export function sharingSummary(newestFirst: readonly SharingDecision[]): SharingSummary {
  const held = [...currentDecisions(newestFirst)].filter(({ purpose }) => purpose === 'direct-care');
  const general = held.find(
    ({ organisationKind, organisationId }) => organisationKind === null && organisationId === null,
  );
  if (held.length === 0) return { state: 'not-asked', sentence: 'Sharing: not asked yet' };
  if (new Set(held.map(({ decision }) => allows(decision))).size > 1)
    return { state: 'mixed', sentence: 'Sharing: agreed with some organisations only' };
  const shown = general ?? held[0];
  const label = shown ? wordOf('sharing-decision', shown.decision) : '';
  const limits = general ? '' : ', for named organisations only';
  return {
    state: shown && allows(shown.decision) ? 'agreed' : 'refused',
    sentence: `Sharing: ${label.toLowerCase()}${limits}, ${formatDate(shown?.decidedOn ?? '')}`,
  };
}
