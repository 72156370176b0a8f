import type { HandoverSheet } from '../../../shared/contract/prints.ts';
import { formatInstant } from '../../../shared/domain/british-date.ts';
import { usePageFooter } from '../../components/page-footer.ts';
import { HandoverPages } from './handover-sheet.tsx';
import { whoseWords } from './handover-words.ts';

interface HandoverDocumentProps {
  readonly madeAt: string;
  readonly madeBy: string;
  readonly sheets: readonly HandoverSheet[];
}

/** The handover for the night: a page for each person, and for several a first page that names them all. */
export function HandoverDocument({ madeAt, madeBy, sheets }: HandoverDocumentProps) {
  const made = `Printed ${formatInstant(madeAt)} by ${madeBy}`;
  usePageFooter(`Handover for the night. ${made}. Later entries are missing.`);
  return (
    <article className="ot-doc ot-doc--handover">
      <header className="ot-doc__head">
        <h1 className="ot-doc__title" tabIndex={-1} data-page-title="">
          Handover for the night
        </h1>
        <p className="ot-doc__made">
          {sheets.length === 1 ? '' : `${sheets.length} people. `}
          {made}. Confidential: for those who look after {sheets.length === 1 ? 'this person' : 'these people'} tonight.
          Shred after use.
        </p>
      </header>
      {sheets.length > 1 && <WhoIsIn sheets={sheets} />}
      {sheets.map((sheet) => (
        <HandoverPages key={sheet.personId} sheet={sheet} />
      ))}
    </article>
  );
}

/** Everybody in the document, in its order, with their flags. */
function WhoIsIn({ sheets }: { readonly sheets: readonly HandoverSheet[] }) {
  return (
    <table className="ot-doc__people">
      <caption>People in this handover, in the order of the pages</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Born, NHS number</th>
          <th scope="col">Risks and flags</th>
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => {
          const [name, rest] = whoseWords(sheet);
          const risks = sheet.parts.find(({ part }) => part === 'risks')?.lines ?? [];
          return (
            <tr key={sheet.personId}>
              <th scope="row">{name}</th>
              <td>{rest}</td>
              <td>{risks.length === 0 ? 'None recorded' : risks.map(({ lead }) => lead).join('; ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
