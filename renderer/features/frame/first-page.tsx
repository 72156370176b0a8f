import { createRoute, Navigate } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { NoPermission } from '../../components/states.tsx';
import { rootRoute } from '../../root-route.tsx';
import { useNavigation } from './navigation.ts';

/** The address without a path leads to the first page of the navigation that the worker has. */
function FirstPage() {
  const [first] = useNavigation();
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return (
    <Page title="Welcome">
      <NoPermission what="None of the pages is open to your role." />
    </Page>
  );
}

export const firstPageRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: FirstPage });
