import type { ImportRow } from '../../../shared/contract/import-view.ts';

/** What is wrong or odd about a row, by column. */
export function RowProblems({ of }: { readonly of: ImportRow['problems'] }) {
  if (of.length === 0) return null;
  return (
    <ul className="ot-import-problems">
      {of.map(({ severity, column, message }) => (
        <li key={`${column} ${message}`} className={`ot-import-problems__${severity}`}>
          {column !== null && <strong>{column}: </strong>}
          {message}
        </li>
      ))}
    </ul>
  );
}
