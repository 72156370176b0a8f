import { z } from 'zod';
import activityLocation from '../../resources/code-lists/activity-location.json' with { type: 'json' };
import activityType from '../../resources/code-lists/activity-type.json' with { type: 'json' };
import attendance from '../../resources/code-lists/attendance.json' with { type: 'json' };
import behaviourTechnique from '../../resources/code-lists/behaviour-technique.json' with { type: 'json' };
import briefIntervention from '../../resources/code-lists/brief-intervention.json' with { type: 'json' };
import briefInterventionResponse from '../../resources/code-lists/brief-intervention-response.json' with {
  type: 'json',
};
import cancellationReason from '../../resources/code-lists/cancellation-reason.json' with { type: 'json' };
import careDecision from '../../resources/code-lists/care-decision.json' with { type: 'json' };
import careHomeElement from '../../resources/code-lists/care-home-element.json' with { type: 'json' };
import careHomeKind from '../../resources/code-lists/care-home-kind.json' with { type: 'json' };
import careHomeStanding from '../../resources/code-lists/care-home-standing.json' with { type: 'json' };
import carePlanAgreement from '../../resources/code-lists/care-plan-agreement.json' with { type: 'json' };
import carerBreak from '../../resources/code-lists/carer-break.json' with { type: 'json' };
import caseClosureReason from '../../resources/code-lists/case-closure-reason.json' with { type: 'json' };
import check from '../../resources/code-lists/check.json' with { type: 'json' };
import checkPart from '../../resources/code-lists/check-part.json' with { type: 'json' };
import condition from '../../resources/code-lists/condition.json' with { type: 'json' };
import consultationMechanism from '../../resources/code-lists/consultation-mechanism.json' with { type: 'json' };
import consultationType from '../../resources/code-lists/consultation-type.json' with { type: 'json' };
import contactPreference from '../../resources/code-lists/contact-preference.json' with { type: 'json' };
import contactPurpose from '../../resources/code-lists/contact-purpose.json' with { type: 'json' };
import contactSubject from '../../resources/code-lists/contact-subject.json' with { type: 'json' };
import day91Outcome from '../../resources/code-lists/day91-outcome.json' with { type: 'json' };
import deathLocation from '../../resources/code-lists/death-location.json' with { type: 'json' };
import decisionState from '../../resources/code-lists/decision-state.json' with { type: 'json' };
import delayReason from '../../resources/code-lists/delay-reason.json' with { type: 'json' };
import dischargeCheck from '../../resources/code-lists/discharge-check.json' with { type: 'json' };
import dischargeDestination from '../../resources/code-lists/discharge-destination.json' with { type: 'json' };
import ethnicCategory from '../../resources/code-lists/ethnic-category.json' with { type: 'json' };
import feedbackKind from '../../resources/code-lists/feedback-kind.json' with { type: 'json' };
import feedbackSource from '../../resources/code-lists/feedback-source.json' with { type: 'json' };
import feedbackStatus from '../../resources/code-lists/feedback-status.json' with { type: 'json' };
import flag from '../../resources/code-lists/flag.json' with { type: 'json' };
import gender from '../../resources/code-lists/gender.json' with { type: 'json' };
import holdReason from '../../resources/code-lists/hold-reason.json' with { type: 'json' };
import informationFormat from '../../resources/code-lists/information-format.json' with { type: 'json' };
import language from '../../resources/code-lists/language.json' with { type: 'json' };
import lifeDomain from '../../resources/code-lists/life-domain.json' with { type: 'json' };
import needLevel from '../../resources/code-lists/need-level.json' with { type: 'json' };
import needTier from '../../resources/code-lists/need-tier.json' with { type: 'json' };
import nhsNumberStatus from '../../resources/code-lists/nhs-number-status.json' with { type: 'json' };
import organisationKind from '../../resources/code-lists/organisation-kind.json' with { type: 'json' };
import pathwayEnd from '../../resources/code-lists/pathway-end.json' with { type: 'json' };
import pathwayWho from '../../resources/code-lists/pathway-who.json' with { type: 'json' };
import planCopyFormat from '../../resources/code-lists/plan-copy-format.json' with { type: 'json' };
import reasonableAdjustment from '../../resources/code-lists/reasonable-adjustment.json' with { type: 'json' };
import referralReason from '../../resources/code-lists/referral-reason.json' with { type: 'json' };
import relationshipType from '../../resources/code-lists/relationship-type.json' with { type: 'json' };
import religion from '../../resources/code-lists/religion.json' with { type: 'json' };
import residenceType from '../../resources/code-lists/residence-type.json' with { type: 'json' };
import segment from '../../resources/code-lists/segment.json' with { type: 'json' };
import sexualOrientation from '../../resources/code-lists/sexual-orientation.json' with { type: 'json' };
import sharingDecision from '../../resources/code-lists/sharing-decision.json' with { type: 'json' };
import sharingPurpose from '../../resources/code-lists/sharing-purpose.json' with { type: 'json' };
import sourceOfReferral from '../../resources/code-lists/source-of-referral.json' with { type: 'json' };
import stageOfChange from '../../resources/code-lists/stage-of-change.json' with { type: 'json' };
import stayKind from '../../resources/code-lists/stay-kind.json' with { type: 'json' };
import supervisionDecision from '../../resources/code-lists/supervision-decision.json' with { type: 'json' };
import telehealthEndReason from '../../resources/code-lists/telehealth-end-reason.json' with { type: 'json' };
import telehealthKit from '../../resources/code-lists/telehealth-kit.json' with { type: 'json' };
import workerRole from '../../resources/code-lists/worker-role.json' with { type: 'json' };

/** Every code list that the product knows, by name: the one registry. The lists themselves are data with their source. */
export const codeLists = {
  'activity-location': activityLocation,
  'activity-type': activityType,
  attendance,
  'behaviour-technique': behaviourTechnique,
  'brief-intervention': briefIntervention,
  'brief-intervention-response': briefInterventionResponse,
  'cancellation-reason': cancellationReason,
  'care-plan-agreement': carePlanAgreement,
  'care-decision': careDecision,
  'carer-break': carerBreak,
  'care-home-element': careHomeElement,
  'care-home-kind': careHomeKind,
  'care-home-standing': careHomeStanding,
  'case-closure-reason': caseClosureReason,
  check,
  'check-part': checkPart,
  condition,
  'consultation-mechanism': consultationMechanism,
  'consultation-type': consultationType,
  'contact-preference': contactPreference,
  'contact-purpose': contactPurpose,
  'contact-subject': contactSubject,
  'day91-outcome': day91Outcome,
  'death-location': deathLocation,
  'decision-state': decisionState,
  'delay-reason': delayReason,
  'discharge-check': dischargeCheck,
  'discharge-destination': dischargeDestination,
  'ethnic-category': ethnicCategory,
  'feedback-kind': feedbackKind,
  'feedback-source': feedbackSource,
  'feedback-status': feedbackStatus,
  flag,
  gender,
  'hold-reason': holdReason,
  'information-format': informationFormat,
  language,
  'life-domain': lifeDomain,
  'need-level': needLevel,
  'need-tier': needTier,
  'nhs-number-status': nhsNumberStatus,
  'organisation-kind': organisationKind,
  'plan-copy-format': planCopyFormat,
  'pathway-end': pathwayEnd,
  'pathway-who': pathwayWho,
  'reasonable-adjustment': reasonableAdjustment,
  'referral-reason': referralReason,
  'relationship-type': relationshipType,
  religion,
  'residence-type': residenceType,
  segment,
  'sexual-orientation': sexualOrientation,
  'sharing-decision': sharingDecision,
  'sharing-purpose': sharingPurpose,
  'source-of-referral': sourceOfReferral,
  'stage-of-change': stageOfChange,
  'stay-kind': stayKind,
  'telehealth-end-reason': telehealthEndReason,
  'telehealth-kit': telehealthKit,
  'supervision-decision': supervisionDecision,
  'worker-role': workerRole,
} as const;

/** The name of a code list: the file name in `resources/code-lists` without its ending. */
export type CodeListName = keyof typeof codeLists;

type Codes<L extends CodeListName> = (typeof codeLists)[L]['codes'];

/** The codes of a list as literal types, for example `CodeOf<'attendance'>` is `'5' | '6' | …`. */
export type CodeOf<L extends CodeListName> = keyof Codes<L> & string;

type PropertyOf<Entry> = Entry extends unknown ? keyof Entry : never;
type ValueOf<Entry, P extends PropertyKey> = Entry extends Record<P, infer Value> ? Value : never;

/** What a list says of one code: its label, and every further property that any code of that list has (such as `restricted`). */
export type CodeEntry<L extends CodeListName> = { readonly label: string; readonly short?: string } & {
  readonly [P in Exclude<PropertyOf<Codes<L>[CodeOf<L>]>, 'label' | 'short'>]?: ValueOf<Codes<L>[CodeOf<L>], P>;
};

/** One choice of a form control. */
export interface CodeOption<L extends CodeListName> {
  readonly value: CodeOf<L>;
  readonly label: string;
}

/** The codes of a list in display order. */
export function codesOf<L extends CodeListName>(list: L): readonly CodeOf<L>[] {
  return codeLists[list].order as string[] as CodeOf<L>[];
}

/** Whether a value is a code of the list. */
export function isCode<L extends CodeListName>(list: L, value: unknown): value is CodeOf<L> {
  return typeof value === 'string' && Object.hasOwn(codeLists[list].codes, value);
}

/** A zod schema that accepts exactly the codes of the list. */
export function codeSchema<L extends CodeListName>(list: L) {
  return z.enum(codesOf(list));
}

/** Everything that the list says of a code. */
export function codeEntry<L extends CodeListName>(list: L, code: CodeOf<L>): CodeEntry<L> {
  return (codeLists[list].codes as Codes<L>)[code] as CodeEntry<L>;
}

/** The words for a code. A code that the list does not know (from a newer version) is shown as itself rather than hidden. */
export function codeLabel<L extends CodeListName>(list: L, code: CodeOf<L>): string {
  return isCode(list, code) ? codeEntry(list, code).label : code;
}

/** The words for a code where room is short: its short form if the list has one, else its label. */
export function codeShort<L extends CodeListName>(list: L, code: CodeOf<L>): string {
  return isCode(list, code) ? (codeEntry(list, code).short ?? codeEntry(list, code).label) : code;
}

/** The choices of a list in display order, for a form control. */
export function codeOptions<L extends CodeListName>(list: L): readonly CodeOption<L>[] {
  return codesOf(list).map((value) => ({ value, label: codeLabel(list, value) }));
}

/** The codes whose property is true, for example `codesWhere('flag', 'restricted')`. */
export function codesWhere<L extends CodeListName>(list: L, property: keyof CodeEntry<L>): readonly CodeOf<L>[] {
  return codesOf(list).filter((code) => codeEntry(list, code)[property] === true);
}
