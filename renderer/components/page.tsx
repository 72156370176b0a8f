import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** One sentence below the title. */
  readonly lead?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Filters and tabs, kept in sight above the content. */
  readonly toolbar?: ReactNode;
  /** Stays above everything and never scrolls away: whose record this is. */
  readonly banner?: ReactNode;
  /** The content fills the rest of the window and scrolls by itself: long lists. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** One page: its heading takes the focus when the page is opened. */
export function Page({ title, lead, actions, toolbar, banner, fill = false, children }: PageProps) {
  return (
    <div className={fill ? 'ot-page ot-page--fill' : 'ot-page'}>
      {banner !== undefined && <div className="ot-page__banner">{banner}</div>}
      <div className="ot-page__head">
        <div className="ot-page__words">
          <h1 className="ot-page__title" tabIndex={-1} data-page-title="">
            {title}
          </h1>
          {lead !== undefined && <p className="ot-page__lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="ot-page__actions">{actions}</div>}
      </div>
      {toolbar !== undefined && <div className="ot-page__toolbar">{toolbar}</div>}
      <div className="ot-page__body">{children}</div>
    </div>
  );
}
