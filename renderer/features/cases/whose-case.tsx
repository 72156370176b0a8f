import type { PersonName } from '../../../shared/domain/name.ts';
import { listName } from '../../../shared/domain/name.ts';

/** Whose case a dialog is about, where no banner says it. */
export function WhoseCase({ name }: { readonly name: PersonName | undefined }) {
  if (name === undefined) return null;
  return (
    <p className="ot-whose">
      Case of <strong>{listName(name)}</strong>
    </p>
  );
}
