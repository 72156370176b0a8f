import { Link } from '@tanstack/react-router';
import { LinkMenu } from '../../components/link-menu.tsx';

/** What of a person can be put on paper. */
export function PrintMenu({ personId }: { readonly personId: string }) {
  return (
    <LinkMenu label="Print" icon="print">
      <li>
        <Link to="/people/$personId/print/handover" params={{ personId }}>
          Handover for the night
        </Link>
      </li>
      <li>
        <Link to="/people/$personId/print/plan" params={{ personId }}>
          Plan for the person
        </Link>
      </li>
    </LinkMenu>
  );
}
