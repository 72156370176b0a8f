import type { OutputOf } from '../../../shared/contract/index.ts';
import { formatDate, formatInstant } from '../../../shared/domain/british-date.ts';
import { heldSections, type PrintLayout } from '../../../shared/domain/held-record.ts';
import { fullName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { planDocument } from '../../../shared/domain/plan-document.ts';
import { usePageFooter } from '../../components/page-footer.ts';
import { bornWords } from '../people/person-facts.tsx';
import { PlanSections } from './plan-sections.tsx';

type HeldRecord = OutputOf<'prints.plan'>;

/** Points of the footer: somebody who needs large print needs it there too. */
const footerPoints: Readonly<Record<PrintLayout, number>> = { standard: 9, large: 16, 'easy-read': 12 };
const emptyPlan = {
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

/**
 * The plan as the person keeps it. Their name is on top of every page; birth date and NHS number only on the first,
 * since these pages lie about at home. The foot of each page says how old it is and whom to ask.
 */
export function PlanPaper({ record, layout }: { readonly record: HeldRecord; readonly layout: PrintLayout }) {
  const { person, version, plan, facts, madeAt, madeBy } = record;
  const agreement = version?.agreement ?? null;
  const document = planDocument({
    plan: plan ?? emptyPlan,
    agreement,
    reviewDueOn: version?.reviewDueOn ?? null,
  });
  // Where no plan was begun there is nothing to have been agreed or not.
  const sections = heldSections(plan === null ? { ...document, sections: [] } : document, facts);
  const edition = editionWords(version, agreement?.on ?? null);
  const printed = formatInstant(madeAt);
  const ask = facts.coordinator;
  const asks = ask === null ? 'ask your care team' : ['ask', ask.name, ask.phone].filter(Boolean).join(' ');
  usePageFooter(`${edition}. Printed ${printed}. If something is wrong, ${asks}.`, footerPoints[layout]);
  return (
    <article className={`ot-doc ot-held ot-held--${layout}`}>
      <div className="ot-sheet">
        <header className="ot-sheet__top">
          <p className="ot-held__whose">{fullName(person.name)}</p>
        </header>
        <div className="ot-sheet__body">
          <h1 className="ot-doc__title" tabIndex={-1} data-page-title="">
            {document.title}
          </h1>
          {version?.status === 'draft' && (
            <p className="ot-sheet__warn">This is a draft. We still have to agree it together.</p>
          )}
          <ul className="ot-held__facts">
            <li>Name: {fullName(person.name)}</li>
            {person.name.preferred !== undefined && <li>I like to be called: {person.name.preferred}</li>}
            <li>Born: {bornWords(person.birth, null)}</li>
            <li>NHS number: {person.nhsNumber === null ? 'not recorded' : formatNhsNumber(person.nhsNumber)}</li>
            <li>This plan: {edition}</li>
            <li>
              Printed: {printed} by {madeBy}
            </li>
          </ul>
          <p className="ot-held__ask">
            If something here is wrong, or has changed, {asks}
            {ask?.organisation ? `, ${ask.organisation}` : ''}.
          </p>
          {plan === null && <p>No care plan has been written yet.</p>}
          <PlanSections layout={layout} sections={sections} />
        </div>
      </div>
    </article>
  );
}

function editionWords(version: HeldRecord['version'], agreedOn: string | null): string {
  if (version === null) return 'No care plan yet';
  return agreedOn === null
    ? `Version ${version.version}, a draft`
    : `Version ${version.version}, agreed ${formatDate(agreedOn)}`;
}
