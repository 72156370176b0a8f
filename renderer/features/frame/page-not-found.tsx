import { ButtonLink } from '../../components/button-link.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';

/** An address that leads nowhere. */
export function PageNotFound() {
  return (
    <Page title="Page not found">
      <EmptyState icon="search" title="There is no page at this address">
        <ButtonLink to="/">Go to the first page</ButtonLink>
      </EmptyState>
    </Page>
  );
}
