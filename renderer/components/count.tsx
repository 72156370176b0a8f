/** A number in a small lozenge, with the words that say what it counts for those who cannot see where it stands. */
export function Count({ value, label }: { readonly value: number; readonly label?: string }) {
  return (
    <span className="ot-count">
      {value.toLocaleString('en-GB')}
      {label !== undefined && <span className="nhsuk-u-visually-hidden"> {label}</span>}
    </span>
  );
}
