import { useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import type { Tone } from '../../components/tone.ts';
import { DraftedForm } from '../plan/drafted-form.tsx';

type Answer = OutputOf<'careHomes.open'>;
type Element = Answer['elements'][number];

const tones: Readonly<Record<string, Tone>> = { 'in-place': 'green', 'in-part': 'yellow', 'not-started': 'red' };

function Standing({ of }: { readonly of: Element }) {
  if (of.standing === null) return <Tag>Not said yet</Tag>;
  return <Tag tone={tones[of.standing] ?? 'grey'}>{wordOf('care-home-standing', of.standing)}</Tag>;
}

function Said({ of }: { readonly of: Element }) {
  if (of.at === null) return null;
  return (
    <span className="ot-person-because">
      <DateText value={of.at} />, {of.by}
      {of.note !== '' && `: ${of.note}`}
    </span>
  );
}

/** How the seven elements stand, since when and by whose word, with what was said before. */
export function ElementList({ home, mayEdit }: { readonly home: Answer; readonly mayEdit: boolean }) {
  const [editing, setEditing] = useState<Element | null>(null);
  const inPlace = home.elements.filter(({ standing }) => standing === 'in-place').length;
  return (
    <Panel title={`Enhanced health in care homes: ${inPlace} of ${home.elements.length} elements in place`}>
      <ul className="ot-person-people">
        {home.elements.map((each) => {
          const earlier = home.history.filter(({ element }) => element === each.element);
          return (
            <li key={each.element}>
              <div className="ot-stay-head">
                <div>
                  <span className="ot-person-people__name">
                    {wordOf('care-home-element', each.element)} <Standing of={each} />
                  </span>
                  <Said of={each} />
                </div>
                {mayEdit && (
                  <Button size="small" look="quiet" icon="edit" onClick={() => setEditing(each)}>
                    Update<span className="nhsuk-u-visually-hidden">: {wordOf('care-home-element', each.element)}</span>
                  </Button>
                )}
              </div>
              {earlier.length > 0 && (
                <Details summary={earlier.length === 1 ? 'What was said before' : `${earlier.length} earlier entries`}>
                  {earlier.map((old) => (
                    <div key={old.at}>
                      <Standing of={old} /> <Said of={old} />
                    </div>
                  ))}
                </Details>
              )}
            </li>
          );
        })}
      </ul>
      <Dialog
        open={editing !== null}
        title={editing === null ? '' : wordOf('care-home-element', editing.element)}
        onClose={() => setEditing(null)}
      >
        {editing !== null && <ElementForm careHomeId={home.home.id} of={editing} onClose={() => setEditing(null)} />}
      </Dialog>
    </Panel>
  );
}

const elementForm = z.object({
  standing: z.string().refine((code) => isCode('care-home-standing', code), 'Say how it stands'),
  note: note(500),
});

interface ElementFormProps {
  readonly careHomeId: string;
  readonly of: Element;
  readonly onClose: () => void;
}

function ElementForm({ careHomeId, of, onClose }: ElementFormProps) {
  const set = useTell('careHomes.setElement', {
    onDone: () => {
      toast({ message: 'Recorded' });
      onClose();
    },
  });
  return (
    <DraftedForm
      schema={elementForm}
      start={{ standing: of.standing ?? '', note: '' }}
      draft={{ kind: `care-home-${of.element}`, key: careHomeId }}
      submit="Record"
      onSubmit={async ({ standing, note: words }) => {
        if (!isCode('care-home-standing', standing) || !isCode('care-home-element', of.element)) return undefined;
        const answer = await set.tell({ careHomeId, element: of.element, standing, note: words });
        return answer.ok ? undefined : answer.error;
      }}
    >
      {({ control }) => (
        <>
          <RadioField
            control={control}
            name="standing"
            label="How it stands"
            options={codeOptions('care-home-standing')}
          />
          <TextAreaField control={control} name="note" label="What shows it" rows={3} optional />
        </>
      )}
    </DraftedForm>
  );
}
