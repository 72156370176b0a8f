import { useState } from 'react';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { wordOf } from '../../../../shared/domain/person-words.ts';
import { Button } from '../../../components/button.tsx';
import { Details } from '../../../components/details.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Tag } from '../../../components/tag.tsx';
import type { Tone } from '../../../components/tone.ts';
import { useMayEdit } from '../may-edit.ts';
import { TierDialog } from './tier-dialog.tsx';

const tierTone: Readonly<Record<string, Tone>> = { low: 'green', rising: 'yellow', high: 'orange', 'very-high': 'red' };

const pointsWords = (points: number): string => `${points > 0 ? '+' : ''}${points}`;

/** The need tier and each thing that makes it so, one sentence with its points each. */
export function NeedPanel({ person }: { readonly person: PersonPageView }) {
  const { need } = person;
  const mayEdit = useMayEdit(person);
  const [setting, setSetting] = useState(false);
  return (
    <Panel
      title="Need"
      actions={
        mayEdit && (
          <Button look="quiet" size="small" icon="edit" onClick={() => setSetting(true)}>
            {need.override === null ? 'Set tier by hand' : 'Change tier set by hand'}
          </Button>
        )
      }
    >
      <p className="ot-person-tier">
        <Tag tone={tierTone[need.tier] ?? 'grey'}>{wordOf('need-tier', need.tier)}</Tag>
        <span>
          {need.points} {need.points === 1 ? 'point' : 'points'}
        </span>
      </p>
      {need.override !== null && <p>{need.override.sentence}</p>}
      {need.contributions.length === 0 ? (
        <p className="ot-muted">Nothing on record gives points.</p>
      ) : (
        <ul className="ot-person-points">
          {need.contributions.map(({ id, points, sentence }) => (
            <li key={`${id} ${sentence}`}>
              <span className="ot-person-points__number">
                {pointsWords(points)}
                <span className="nhsuk-u-visually-hidden"> {Math.abs(points) === 1 ? 'point' : 'points'}:</span>
              </span>
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {need.missing.length > 0 && (
        <Details summary={`Not on record (${need.missing.length})`}>
          <ul className="ot-bullets">
            {need.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Details>
      )}
      <p className="ot-person-because">{need.notice}</p>
      {setting && <TierDialog person={person} onClose={() => setSetting(false)} />}
    </Panel>
  );
}
