import { fold } from '../../../shared/domain/folded-text.ts';
import type { Article } from './article.ts';
import { amendContact } from './articles/amend-contact.ts';
import { backup } from './articles/backup.ts';
import { breakGlass } from './articles/break-glass.ts';
import { careHomes } from './articles/care-homes.ts';
import { checkTrail } from './articles/check-trail.ts';
import { clinic } from './articles/clinic.ts';
import { dataQuality } from './articles/data-quality.ts';
import { dischargeList } from './articles/discharge-list.ts';
import { fillInInstrument } from './articles/fill-in-instrument.ts';
import { findPerson } from './articles/find-person.ts';
import { forgotten } from './articles/forgotten.ts';
import { handOver } from './articles/hand-over.ts';
import { importList } from './articles/import-list.ts';
import { keyboard } from './articles/keyboard.ts';
import { letIn } from './articles/let-in.ts';
import { locking } from './articles/locking.ts';
import { logContact } from './articles/log-contact.ts';
import { needTier } from './articles/need-tier.ts';
import { nightHandover } from './articles/night-handover.ts';
import { openCase } from './articles/open-case.ts';
import { pathway } from './articles/pathway.ts';
import { planCare } from './articles/plan-care.ts';
import { planContact } from './articles/plan-contact.ts';
import { printPlan } from './articles/print-plan.ts';
import { prompts } from './articles/prompts.ts';
import { recordCheck } from './articles/record-check.ts';
import { recordFeedback } from './articles/record-feedback.ts';
import { registerPerson } from './articles/register-person.ts';
import { reviewAccess } from './articles/review-access.ts';
import { sharedAssessment } from './articles/shared-assessment.ts';
import { stays } from './articles/stays.ts';
import { tasks } from './articles/tasks.ts';
import { telehealth } from './articles/telehealth.ts';
import { today } from './articles/today.ts';

/** Everything that help knows, within each group in this order. */
export const articles: readonly Article[] = [
  logContact,
  amendContact,
  planContact,
  planCare,
  printPlan,
  stays,
  telehealth,
  sharedAssessment,
  fillInInstrument,
  clinic,
  recordFeedback,
  findPerson,
  today,
  tasks,
  prompts,
  keyboard,
  handOver,
  nightHandover,
  openCase,
  needTier,
  pathway,
  recordCheck,
  registerPerson,
  importList,
  dischargeList,
  careHomes,
  dataQuality,
  breakGlass,
  locking,
  forgotten,
  backup,
  letIn,
  reviewAccess,
  checkTrail,
];

const wordsIn = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold)
    .filter((word) => word !== '');

/** How well an article fits: 0 when a word is found nowhere; a word in the title counts most. */
function fit(article: Article, query: readonly string[]): number {
  const { title, words = '', about, steps = [], good = [], keys = [] } = article;
  const places = [
    { weight: 8, words: wordsIn(title) },
    { weight: 4, words: wordsIn(words) },
    { weight: 1, words: wordsIn([about, ...steps, ...good, ...keys.map(({ does }) => does)].join(' ')) },
  ];
  const scores = query.map((word) =>
    Math.max(...places.map((place) => (place.words.some((each) => each.startsWith(word)) ? place.weight : 0))),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

/** The articles that hold every word typed (or its beginning), best first; all of them for no words. */
export function findArticles(query: string): readonly Article[] {
  const words = wordsIn(query);
  if (words.length === 0) return articles;
  return articles
    .map((article) => ({ article, score: fit(article, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ article }) => article);
}
