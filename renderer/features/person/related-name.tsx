import { Link } from '@tanstack/react-router';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { shortName } from '../../../shared/domain/name.ts';

type Related = NonNullable<PersonPageView['relationships'][number]['person']>;

/** A person close to somebody, with the way to their own record. */
export function RelatedName({ person }: { readonly person: Related }) {
  return (
    <Link to="/people/$personId" params={{ personId: person.id }}>
      {shortName(person.name)}
      {!person.open && <span className="nhsuk-u-visually-hidden"> (another team)</span>}
    </Link>
  );
}
