import { useId } from 'react';
import type { FlagView } from '../../../shared/contract/person-page.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { codeShort, isCode } from '../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { Icon } from '../../components/icon.tsx';
import { flagTone } from '../people/person-facts.tsx';

/** A flag that shows why it was raised, by whom and when as soon as it has the focus or the pointer; Enter keeps it open. */
export function BannerFlag({ flag }: { readonly flag: FlagView }) {
  const id = useId();
  const { code, restricted, alert, reason, startedOn, recordedBy } = flag;
  return (
    <span className="ot-flag">
      <button className={`ot-flag__button ot-flag__button--${flagTone(code)}`} type="button" aria-describedby={id}>
        {restricted && <Icon name="lock" size={13} />}
        {alert && <Icon name="warning" size={14} />}
        {isCode('flag', code) ? codeShort('flag', code) : code}
      </button>
      <span className="ot-flag__why" id={id} role="tooltip">
        <b>{wordOf('flag', code)}</b>
        {restricted && <span>Restricted: only roles that need to know see this flag.</span>}
        <span>{reason ?? 'No reason recorded.'}</span>
        <span className="ot-flag__source">
          Since {formatDate(startedOn)}, recorded by {recordedBy}
        </span>
      </span>
    </span>
  );
}
