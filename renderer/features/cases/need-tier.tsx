import { useEffect, useId, useRef, useState } from 'react';
import type { NeedView } from '../../../shared/contract/caseload.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { Icon } from '../../components/icon.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tone.ts';
import { shortFor, wordsFor } from '../contacts/words.ts';

const tones: Readonly<Record<string, Tone>> = { 'very-high': 'red', high: 'orange', rising: 'yellow', low: 'green' };

const restMilliseconds = 250;

interface NeedTierProps {
  readonly need: NeedView;
  /** Whose need it is, for the name of the button where several stand in a list. */
  readonly of: string;
}

/** The need tier; pointing at it, focusing or pressing it shows what it is made of. */
export function NeedTier({ need, of }: NeedTierProps) {
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // Once pressed it stays until it is pressed again, Esc, or a press elsewhere.
  const pinned = useRef(false);

  const resting = useRef(0);

  const show = () => {
    if (button.current !== null && !open) popup.current?.showPopover({ source: button.current });
  };
  const hide = () => {
    clearTimeout(resting.current);
    if (!pinned.current) popup.current?.hidePopover();
  };
  // A pointer on its way elsewhere opens nothing.
  const rest = () => {
    resting.current = window.setTimeout(show, restMilliseconds);
  };
  useEffect(() => () => clearTimeout(resting.current), []);
  return (
    <span className="ot-need" onPointerEnter={rest} onPointerLeave={hide}>
      <button
        className="ot-need__button"
        type="button"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onFocus={show}
        onBlur={() => {
          pinned.current = false;
          hide();
        }}
        onClick={() => {
          pinned.current = !pinned.current;
          if (pinned.current) show();
          else hide();
        }}
      >
        <Tag tone={tones[need.tier] ?? 'grey'}>{shortFor('need-tier', need.tier)}</Tag>
        <span className="ot-digits ot-muted">{need.points}</span>
        {need.override !== null && (
          <span className="ot-muted" title="Set by hand">
            <Icon name="edit" size={14} />
            <span className="nhsuk-u-visually-hidden"> set by hand,</span>
          </span>
        )}
        <span className="nhsuk-u-visually-hidden"> points of need: why for {of}</span>
      </button>
      <div
        className="ot-popup ot-need__why"
        id={id}
        ref={popup}
        popover="auto"
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'closed') pinned.current = false;
        }}
      >
        {open && <NeedExplanation need={need} />}
      </div>
    </span>
  );
}

/** What a tier is made of: each contribution with its points, which add up, and what is not recorded. */
export function NeedExplanation({ need }: { readonly need: NeedView }) {
  const { tier, points, contributions, missing, override } = need;
  return (
    <div className="ot-need__explanation">
      <p className="ot-need__title">{wordsFor('need-tier', tier)}</p>
      {override !== null && (
        <p>
          Set by hand until {formatDate(override.until)}: {override.reason} The points alone give{' '}
          {wordsFor('need-tier', override.computed).toLowerCase()}.
        </p>
      )}
      <table className="ot-need__sum">
        <caption className="nhsuk-u-visually-hidden">Points</caption>
        <tbody>
          {contributions.map(({ id, points: of, sentence }) => (
            <tr key={id}>
              <td>{sentence}</td>
              <td className="ot-end ot-digits">{of < 0 ? `−${-of}` : of}</td>
            </tr>
          ))}
          <tr className="ot-need__total">
            <th scope="row">Together</th>
            <td className="ot-end ot-digits">{points}</td>
          </tr>
        </tbody>
      </table>
      {missing.length > 0 && <p className="ot-muted">{missing.join(' ')}</p>}
      <p className="ot-muted">The tier puts work in order. It is not a clinical prediction.</p>
    </div>
  );
}
