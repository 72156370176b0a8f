/** The keys of a shortcut, for the eye; the control itself carries `aria-keyshortcuts`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="ot-keys" aria-hidden="true">
      {keys}
    </span>
  );
}
