import { DateText } from '../../../../components/dates.tsx';

/** From when until when an entry holds. */
export function Period({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  return (
    <>
      {from === null ? 'Start not recorded' : <DateText value={from} />}
      {to !== null && (
        <>
          {' to '}
          <DateText value={to} />
        </>
      )}
    </>
  );
}
