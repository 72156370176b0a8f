import { useState } from 'react';
import { instruments } from '../../../shared/domain/instruments.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { openPanel } from '../frame/panels.ts';

const groups = [
  { entry: 'items', title: 'Asked here' },
  { entry: 'score', title: 'Filled in elsewhere: result only' },
] as const;

/** Chooses an instrument to fill in for this person. */
export function FillInMenu({ personId }: { readonly personId: string }) {
  const [choosing, setChoosing] = useState(false);
  const fillIn = (instrument: string) => {
    setChoosing(false);
    openPanel('instrument', { personId, instrument });
  };
  return (
    <>
      <Button size="small" icon="plus" onClick={() => setChoosing(true)}>
        Fill in an instrument
      </Button>
      <Dialog open={choosing} title="Which instrument?" onClose={() => setChoosing(false)}>
        {groups.map(({ entry, title }) => (
          <section className="ot-fill-in" key={entry}>
            <h3 className="ot-fill-in__title">{title}</h3>
            <ul className="ot-fill-in__list">
              {instruments
                .filter((instrument) => instrument.entry === entry)
                .map(({ id, name, about }) => (
                  <li key={id}>
                    <button type="button" className="ot-fill-in__choice" onClick={() => fillIn(id)}>
                      <b>{name}</b>
                      <span>{about}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </Dialog>
    </>
  );
}
