import type { ReactNode } from 'react';
import { type Banner, PersonBanner } from './person-banner.tsx';

interface PersonFrameProps {
  readonly banner: Banner;
  /** Buttons of the banner: what can be done for this person. */
  readonly actions?: ReactNode;
  /** Remarks that must be seen before anything else. */
  readonly notices?: ReactNode;
  readonly children: ReactNode;
}

/** A page about one person: the banner stays, everything below it scrolls. */
export function PersonFrame({ banner, actions, notices, children }: PersonFrameProps) {
  return (
    <div className="ot-page">
      <div className="ot-page__banner">
        <PersonBanner banner={banner} actions={actions} />
      </div>
      {notices !== undefined && <div className="ot-person-notices">{notices}</div>}
      <div className="ot-page__body ot-person-body">{children}</div>
    </div>
  );
}
