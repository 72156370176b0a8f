import type { ReactNode } from 'react';
import { type Banner, PersonBanner } from './person-banner.tsx';

interface PersonFrameProps {
  readonly banner: Banner;
  /** Whether a case is under way, which then needs a coordinator. */
  readonly hasCase: boolean;
  /** Buttons of the banner: what can be done for this person. */
  readonly actions?: ReactNode;
  /** Remarks that must be seen before anything else. */
  readonly notices?: ReactNode;
  readonly children: ReactNode;
}

/** A page about one person: the banner stays, everything below it scrolls. */
export function PersonFrame({ banner, hasCase, actions, notices, children }: PersonFrameProps) {
  return (
    <div className="ot-page">
      <div className="ot-page__banner">
        <PersonBanner banner={banner} hasCase={hasCase} actions={actions} />
      </div>
      {notices !== undefined && <div className="ot-person-notices">{notices}</div>}
      <div className="ot-page__body ot-person-body">{children}</div>
    </div>
  );
}
