import { type ReactNode, useEffect, useRef } from 'react';
import { Logo } from '../frame/logo.tsx';

interface EntryPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The pages before a session: quiet, with nothing on them but the way in. */
export function EntryPage({ title, lead, wide = false, children }: EntryPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – OneTeam`;
    // A field that asked for the focus keeps it.
    if (document.activeElement === document.body) {
      (document.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current)?.focus();
    }
  }, [title]);
  return (
    <div className="ot-entry">
      <header className="ot-entry__brand">
        <Logo size={34} />
        <span className="ot-entry__name">OneTeam</span>
      </header>
      <main className={wide ? 'ot-entry__card ot-entry__card--wide' : 'ot-entry__card'}>
        <h1 className="ot-entry__title" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {lead !== undefined && <p className="ot-entry__lead">{lead}</p>}
        {children}
      </main>
      <footer className="ot-entry__foot">
        Care coordination for neighbourhood teams. Works without a network; everything stays encrypted on this device.
      </footer>
    </div>
  );
}
