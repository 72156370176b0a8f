import type { endpoints } from '../../shared/contract/index.ts';
import type { Services } from './context.ts';
import { assessments } from './services/assessments.ts';
import { backups } from './services/backups.ts';
import { breakGlass } from './services/break-glass.ts';
import { careHomes } from './services/care-homes.ts';
import { caseload } from './services/caseload.ts';
import { cases } from './services/cases.ts';
import { checks } from './services/checks.ts';
import { clinic } from './services/clinic.ts';
import { contacts } from './services/contacts.ts';
import { continuity } from './services/continuity.ts';
import { demo } from './services/demo.ts';
import { diary } from './services/diary.ts';
import { discharges } from './services/discharges.ts';
import { drafts } from './services/drafts.ts';
import { duplicates } from './services/duplicates.ts';
import { feedback } from './services/feedback.ts';
import { imports } from './services/imports.ts';
import { instruments } from './services/instruments.ts';
import { merges } from './services/merges.ts';
import { oversight } from './services/oversight.ts';
import { pathways } from './services/pathways.ts';
import { people } from './services/people.ts';
import { peopleList } from './services/people-list.ts';
import { peopleSearch } from './services/people-search.ts';
import { personHistory } from './services/person-history.ts';
import { personPage } from './services/person-page.ts';
import { personRecord } from './services/person-record.ts';
import { personRegister } from './services/person-register.ts';
import { places } from './services/places.ts';
import { planActions } from './services/plan-actions.ts';
import { planGoals } from './services/plan-goals.ts';
import { planPage } from './services/plan-page.ts';
import { planWishes } from './services/plan-wishes.ts';
import { plans } from './services/plans.ts';
import { prints } from './services/prints.ts';
import { prompts } from './services/prompts.ts';
import { quality } from './services/quality.ts';
import { registers } from './services/registers.ts';
import { review } from './services/review.ts';
import { session } from './services/session.ts';
import { staff } from './services/staff.ts';
import { stays } from './services/stays.ts';
import { supervision } from './services/supervision.ts';
import { tasks } from './services/tasks.ts';
import { team } from './services/team.ts';
import { telehealth } from './services/telehealth.ts';
import { today } from './services/today.ts';
import { transfers } from './services/transfers.ts';
import { views } from './services/views.ts';

/** Every endpoint's service. Leaving one out, or adding one without an endpoint, does not compile. */
export const services = {
  ...session,
  ...demo,
  ...peopleSearch,
  ...peopleList,
  ...personPage,
  ...personHistory,
  ...duplicates,
  ...personRegister,
  ...people,
  ...personRecord,
  ...merges,
  ...breakGlass,
  ...plans,
  ...planPage,
  ...planGoals,
  ...planActions,
  ...planWishes,
  ...places,
  ...prints,
  ...review,
  ...caseload,
  ...cases,
  ...transfers,
  ...tasks,
  ...prompts,
  ...today,
  ...views,
  ...pathways,
  ...checks,
  ...registers,
  ...team,
  ...contacts,
  ...diary,
  ...stays,
  ...telehealth,
  ...careHomes,
  ...feedback,
  ...continuity,
  ...quality,
  ...drafts,
  ...backups,
  ...discharges,
  ...imports,
  ...assessments,
  ...clinic,
  ...supervision,
  ...instruments,
  ...oversight,
  ...staff,
} satisfies Services<typeof endpoints>;
