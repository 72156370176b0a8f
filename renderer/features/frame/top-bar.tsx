import { Link } from '@tanstack/react-router';
import { roleWords } from '../../../shared/domain/permissions.ts';
import { useSession } from '../../client/session.ts';
import { Icon } from '../../components/icon.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Logo } from './logo.tsx';

interface TopBarProps {
  readonly demo: boolean;
  readonly onSearch: () => void;
  /** Absent for roles that log no contacts. */
  readonly onLogContact: (() => void) | undefined;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
}

/** What must be one press away everywhere: search, log a contact, who I am, lock. */
export function TopBar({ demo, onSearch, onLogContact, onLock, onSignOut }: TopBarProps) {
  const { name, roles, neighbourhoods } = useSession();
  const place = neighbourhoods.length === 1 ? neighbourhoods[0]?.name : `${neighbourhoods.length} neighbourhoods`;
  return (
    <header className="ot-top">
      <Link className="ot-top__home" to="/" aria-label="OneTeam, first page">
        <Logo />
        <span className="ot-top__name">OneTeam</span>
      </Link>
      {demo && <span className="ot-top__demo">Demonstration data</span>}
      <button className="ot-top__search" type="button" aria-keyshortcuts="Control+K" onClick={onSearch}>
        <Icon name="search" size={18} />
        <span className="ot-top__words">Search people and pages</span>
        <KeyHint keys="Ctrl+K" />
      </button>
      {onLogContact && (
        <button
          className="ot-top__action ot-top__action--main"
          type="button"
          aria-keyshortcuts="Control+L"
          onClick={onLogContact}
        >
          <Icon name="plus" size={18} />
          <span>Log contact</span>
          <KeyHint keys="Ctrl+L" />
        </button>
      )}
      <div className="ot-top__who">
        <span className="ot-top__worker">{name}</span>
        <span className="ot-top__role">
          {roles.map((role) => roleWords[role]).join(', ')}
          {place !== undefined && neighbourhoods.length > 0 && ` · ${place}`}
        </span>
      </div>
      <button
        className="ot-top__action"
        type="button"
        aria-keyshortcuts="Control+Shift+L"
        title="Ctrl+Shift+L"
        onClick={onLock}
      >
        <Icon name="lock" size={18} />
        <span>Lock</span>
      </button>
      <button className="ot-top__action" type="button" onClick={onSignOut}>
        <Icon name="leave" size={18} />
        <span>Sign out</span>
      </button>
    </header>
  );
}
