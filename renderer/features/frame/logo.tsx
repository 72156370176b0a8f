/** Positions of the twelve neighbourhoods around the middle of a 24 × 24 square. */
const neighbourhoods = Array.from({ length: 12 }, (_, index) => {
  const angle = (index * Math.PI) / 6;
  return { cx: 12 + 9.6 * Math.sin(angle), cy: 12 - 9.6 * Math.cos(angle) };
});

/** The application's mark: twelve neighbourhoods around one person. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg className="ot-logo" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {neighbourhoods.map(({ cx, cy }) => (
        <circle className="ot-logo__ring" key={`${cx} ${cy}`} cx={cx} cy={cy} r="1.7" />
      ))}
      <g className="ot-logo__person">
        <circle cx="12" cy="9.6" r="2.5" />
        <path d="M7.500 16.200a4.500 3.700 0 0 1 9 0a.8.8 0 0 1-.8.8H8.300a.8.8 0 0 1-.8-.8z" />
      </g>
    </svg>
  );
}
