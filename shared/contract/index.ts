import type { z } from 'zod';
import { assessments } from './assessments.ts';
import { backups } from './backups.ts';
import { breakGlass } from './break-glass.ts';
import { careHomes } from './care-homes.ts';
import { caseload } from './caseload.ts';
import { cases } from './cases.ts';
import { checks } from './checks.ts';
import { clinic } from './clinic.ts';
import { contacts } from './contacts.ts';
import { continuity } from './continuity.ts';
import { demo } from './demo.ts';
import { diary } from './diary.ts';
import { discharges } from './discharges.ts';
import { drafts } from './drafts.ts';
import { feedback } from './feedback.ts';
import { imports } from './imports.ts';
import { instruments } from './instruments.ts';
import { merges } from './merges.ts';
import { oversight } from './oversight.ts';
import { pathways } from './pathways.ts';
import { people } from './people.ts';
import { personPage } from './person-page.ts';
import { personRecord } from './person-record.ts';
import { places } from './places.ts';
import { planPartEndpoints } from './plan-parts.ts';
import { plans } from './plans.ts';
import { prints } from './prints.ts';
import { prompts } from './prompts.ts';
import { quality } from './quality.ts';
import { registers } from './registers.ts';
import { review } from './review.ts';
import { session } from './session.ts';
import { staff } from './staff.ts';
import { stays } from './stays.ts';
import { supervision } from './supervision.ts';
import { tasks } from './tasks.ts';
import { team } from './team.ts';
import { telehealth } from './telehealth.ts';
import { today } from './today.ts';
import { transfers } from './transfers.ts';
import { views } from './views.ts';

/** Everything that the application can do. Every call of every host is one of these. */
export const endpoints = {
  ...session,
  ...demo,
  ...caseload,
  ...cases,
  ...transfers,
  ...tasks,
  ...prompts,
  ...contacts,
  ...diary,
  ...drafts,
  ...stays,
  ...telehealth,
  ...careHomes,
  ...feedback,
  ...continuity,
  ...quality,
  ...today,
  ...views,
  ...pathways,
  ...checks,
  ...registers,
  ...team,
  ...backups,
  ...discharges,
  ...imports,
  ...assessments,
  ...clinic,
  ...supervision,
  ...instruments,
  ...oversight,
  ...staff,
  ...people,
  ...personPage,
  ...personRecord,
  ...merges,
  ...breakGlass,
  ...plans,
  ...planPartEndpoints,
  ...places,
  ...prints,
  ...review,
};

export type EndpointName = keyof typeof endpoints;
/** What a caller sends. */
export type InputOf<N extends EndpointName> = z.input<(typeof endpoints)[N]['input']>;
/** What a caller gets. */
export type OutputOf<N extends EndpointName> = z.output<(typeof endpoints)[N]['output']>;

type NamesOf<K extends string> = {
  [N in EndpointName]: (typeof endpoints)[N]['kind'] extends K ? N : never;
}[EndpointName];
/** Queries and probes: whatever only reads. */
export type QueryName = NamesOf<'query' | 'probe'>;
/** Commands and procedures: whatever changes something. */
export type CommandName = NamesOf<'command' | 'procedure'>;
