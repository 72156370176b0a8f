import { Link } from '@tanstack/react-router';
import { Icon } from '../../components/icon.tsx';
import { useNavigation } from './navigation.ts';

/** The pages of the application, those only that this worker has. */
export function SideNav() {
  const items = useNavigation();
  return (
    <nav className="ot-nav" aria-label="Main">
      <ul className="ot-nav__list">
        {items.map(({ path, label, icon }) => (
          <li key={path}>
            <Link
              className="ot-nav__link"
              to={path}
              activeOptions={{ exact: items.some((other) => other.path.startsWith(`${path}/`)), includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon name={icon} />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
