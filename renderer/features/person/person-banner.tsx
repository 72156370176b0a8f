import type { ReactNode } from 'react';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { codeShort, isCode } from '../../../shared/domain/code-lists.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { Tag } from '../../components/tag.tsx';
import { bornWords } from '../people/person-facts.tsx';
import { BannerFlag } from './banner-flag.tsx';

export type Banner = PersonPageView['banner'];

const verified = '01';
const sharingIcon: Readonly<Record<Banner['sharing']['state'], IconName>> = {
  agreed: 'tick',
  refused: 'warning',
  mixed: 'warning',
  'not-asked': 'info',
};

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="ot-person__fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function NhsFact({ value, status }: { readonly value: string | null; readonly status: string | null }) {
  const words =
    status === null
      ? 'Not traced'
      : isCode('nhs-number-status', status)
        ? codeShort('nhs-number-status', status)
        : status;
  return (
    <Fact term="NHS number">
      <span className="ot-digits ot-nowrap">{value === null ? 'Not recorded' : formatNhsNumber(value)}</span>{' '}
      {(value !== null || status !== null) && (
        <span className={status === verified ? 'ot-person__traced' : 'ot-person__untraced'}>{words}</span>
      )}
    </Fact>
  );
}

/** What somebody who calls or visits has to know about reaching the person. */
function Communication({ needs }: { readonly needs: readonly string[] }) {
  if (needs.length === 0) return null;
  return (
    <p className="ot-person__needs">
      <Icon name="info" size={16} />
      <span>
        <b>Communication: </b>
        {needs.join('; ')}
      </span>
    </p>
  );
}

interface PersonBannerProps {
  readonly banner: Banner;
  /** Whether a case is under way, which then needs a coordinator. */
  readonly hasCase: boolean;
  readonly actions?: ReactNode;
}

/**
 * Whose record this is. Stands on top of every page about a person and never scrolls away: acting on the wrong person
 * is the first hazard. The name is the heading of the page.
 */
export function PersonBanner({ banner, hasCase, actions }: PersonBannerProps) {
  const { name, death, flags, coordinator, sharing, gender } = banner;
  const current = flags.filter(({ endedOn }) => endedOn === null);
  return (
    <div className={death === null ? 'ot-person' : 'ot-person ot-person--died'}>
      <div className="ot-person__top">
        <h1 className="ot-person__name" tabIndex={-1} data-page-title="">
          {listName(name)}
        </h1>
        {name.preferred !== undefined && <p className="ot-person__preferred">likes to be called {name.preferred}</p>}
        {death !== null && <Tag tone="grey">Died{death.date === undefined ? '' : ` ${formatDate(death.date)}`}</Tag>}
        {current.length > 0 && (
          <ul className="ot-person__flags" aria-label="Flags">
            {current.map((flag) => (
              <li key={flag.id}>
                <BannerFlag flag={flag} />
              </li>
            ))}
          </ul>
        )}
        {actions !== undefined && <div className="ot-person__actions">{actions}</div>}
      </div>
      <dl className="ot-person__facts">
        <Fact term="Born">{bornWords(banner.birth, banner.age)}</Fact>
        {gender !== null && <Fact term="Gender">{wordOf('gender', gender)}</Fact>}
        <NhsFact value={banner.nhsNumber} status={banner.nhsNumberStatus} />
        <Fact term="Address">{banner.address ?? 'Not recorded'}</Fact>
        {banner.phone !== null && (
          <Fact term="Phone">
            <span className="ot-digits ot-nowrap">{banner.phone}</span>
          </Fact>
        )}
        <Fact term="Coordinator">
          {coordinator !== null ? (
            `${coordinator.name}, ${coordinator.organisation}`
          ) : hasCase ? (
            <b className="ot-person__untraced">Nobody</b>
          ) : (
            <span className="ot-muted">No open case</span>
          )}
        </Fact>
        <div className="ot-person__fact">
          <dt className="nhsuk-u-visually-hidden">Sharing decision</dt>
          <dd>
            <span className={`ot-person__sharing ot-person__sharing--${sharing.state}`}>
              <Icon name={sharingIcon[sharing.state]} size={15} />
              {sharing.sentence}
            </span>
          </dd>
        </div>
      </dl>
      <Communication needs={banner.communication} />
    </div>
  );
}
