import type { HandoverSheet } from '../../../shared/contract/prints.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { partHeadings, sharingAdvice, whoseWords } from './handover-words.ts';

interface HandoverPagesProps {
  readonly sheet: HandoverSheet;
}

/** One person's pages. Whose they are stands on top of each of them, since pages of several people get mixed up. */
export function HandoverPages({ sheet }: HandoverPagesProps) {
  const [name, rest] = whoseWords(sheet);
  // That no risk is recorded is said in its own place; the rest of what is missing takes one line.
  const shown = sheet.parts.filter(({ part, lines }) => lines.length > 0 || part === 'risks');
  const empty = sheet.parts.filter((part) => !shown.includes(part));
  return (
    <section className="ot-sheet" aria-label={name}>
      <header className="ot-sheet__top">
        <h2 className="ot-sheet__name">{name}</h2>
        <p className="ot-sheet__whose">
          {rest}
          {sheet.gender !== null && ` · ${wordOf('gender', sheet.gender)}`}
        </p>
      </header>
      <div className="ot-sheet__body">
        {sheet.name.preferred !== undefined && <p>Likes to be called {sheet.name.preferred}.</p>}
        {sheet.death !== null && (
          <p className="ot-sheet__warn">
            The person has died{sheet.death.date === undefined ? '' : ` on ${formatDate(sheet.death.date)}`}.
          </p>
        )}
        <p className="ot-sheet__sharing">
          <b>{sheet.sharing.sentence}.</b> {sharingAdvice[sheet.sharing.state]}
        </p>
        {shown.map(({ part, lines }) => (
          <section className={`ot-sheet__part ot-sheet__part--${part}`} key={part}>
            <h3 className="ot-sheet__heading">{partHeadings[part]}</h3>
            {lines.length === 0 ? (
              <p>No flag is recorded that you may see. That does not mean there is no risk.</p>
            ) : (
              <ul className="ot-sheet__lines">
                {lines.map(({ lead, words, when }) => (
                  <li key={`${lead} ${words ?? ''} ${when ?? ''}`}>
                    <b>{lead}</b>
                    {words !== null && <>: {words}</>}
                    {when !== null && <span className="ot-sheet__when"> ({when})</span>}
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
        {empty.length > 0 && (
          <section className="ot-sheet__part">
            <h3 className="ot-sheet__heading">Nothing is recorded about</h3>
            <p>{empty.map(({ part }) => partHeadings[part]).join('; ')}. That is not the same as nothing to know.</p>
          </section>
        )}
      </div>
    </section>
  );
}
