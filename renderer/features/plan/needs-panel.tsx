import { useState } from 'react';
import { z } from 'zod';
import type { NeedView } from '../../../shared/contract/plan-view.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Panel } from '../../components/panel.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Tag } from '../../components/tag.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from './drafted-form.tsx';
import type { PlanPanelProps } from './plan-tab.tsx';
import { useWithdraw } from './use-withdraw.ts';

/** Needs, concerns or problems by life domain, and those that the shared assessment found. */
export function NeedsPanel({ personId, page, mayWrite }: PlanPanelProps) {
  const [editing, setEditing] = useState<NeedView | 'new' | null>(null);
  const current = page.needs.filter(({ ended }) => ended === null);
  const ended = page.needs.filter((need) => need.ended !== null);
  return (
    <Panel
      title="Needs"
      count={current.length}
      actions={
        mayWrite && (
          <Button size="small" icon="plus" onClick={() => setEditing('new')}>
            Add a need
          </Button>
        )
      }
    >
      {mayWrite && <Suggestions personId={personId} suggestions={page.suggestions} />}
      {current.length === 0 ? (
        <p className="ot-muted">No needs written down yet.</p>
      ) : (
        <ul className="ot-plan-list">
          {current.map((need) => (
            <NeedLine key={need.id} need={need} mayWrite={mayWrite} onEdit={() => setEditing(need)} />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <Details summary={ended.length === 1 ? '1 need that has ended' : `${ended.length} needs that have ended`}>
          <ul className="ot-plan-list">
            {ended.map((need) => (
              <NeedLine key={need.id} need={need} mayWrite={mayWrite} onEdit={() => setEditing(need)} />
            ))}
          </ul>
        </Details>
      )}
      {editing !== null && (
        <Dialog open title={editing === 'new' ? 'Add a need' : 'Change the need'} onClose={() => setEditing(null)}>
          <NeedForm personId={personId} need={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
        </Dialog>
      )}
    </Panel>
  );
}

function Suggestions({
  personId,
  suggestions,
}: Pick<PlanPanelProps['page'], 'suggestions'> & { readonly personId: string }) {
  const withdraw = useWithdraw();
  const { tell, telling } = useTell('plans.addNeed', {
    onDone: ({ needId }) => toast({ message: 'Need taken over', undo: () => withdraw('need', needId) }),
  });
  if (suggestions.length === 0) return null;
  return (
    <section className="ot-plan-suggestions" aria-label="From the shared assessment">
      <h3 className="ot-person-subhead">From the shared assessment</h3>
      <ul className="ot-plan-list">
        {suggestions.map(({ domain, level, words, askedOn, askedBy }) => (
          <li className="ot-plan-item" key={domain}>
            <div className="ot-plan-item__words">
              <p>
                <b>{wordOf('life-domain', domain)}</b> <LevelTag level={level} /> {words}
              </p>
              <p className="ot-person-because">
                Asked by {askedBy}, <DateText value={askedOn} />
              </p>
            </div>
            <Button
              size="small"
              busy={telling}
              onClick={() => isCode('life-domain', domain) && void tell({ personId, domain, level, words })}
            >
              Take over<span className="nhsuk-u-visually-hidden">: {wordOf('life-domain', domain)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LevelTag({ level }: { readonly level: number }) {
  const tone = level >= 4 ? 'red' : level === 3 ? 'orange' : level === 2 ? 'yellow' : 'grey';
  return <Tag tone={tone}>Level {level}</Tag>;
}

interface NeedLineProps {
  readonly need: NeedView;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}

function NeedLine({ need, mayWrite, onEdit }: NeedLineProps) {
  const { id, heads, domain, words, level, ended } = need;
  const { tell, telling } = useTell('plans.endNeed');
  const end = async (how: 'met' | 'no-longer' | null) => {
    const answer = await tell({ needId: id, heads, ended: how && { how } });
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
    else toast({ message: how === null ? 'Need taken up again' : how === 'met' ? 'Need met' : 'Need ended' });
  };
  return (
    <li className="ot-plan-item">
      <div className="ot-plan-item__words">
        <p>
          <b>{wordOf('life-domain', domain)}</b> {level !== null && <LevelTag level={level} />}{' '}
          {ended !== null && <Tag tone="green">{ended.how === 'met' ? 'Met' : 'No longer there'}</Tag>}
        </p>
        <p className="ot-plan-item__text">{words}</p>
        {level !== null && <p className="ot-person-because">{wordOf('need-level', String(level))}</p>}
      </div>
      {mayWrite && (
        <div className="ot-plan-item__actions">
          {ended === null ? (
            <>
              <Button look="quiet" size="small" onClick={onEdit}>
                Change<span className="nhsuk-u-visually-hidden">: {words}</span>
              </Button>
              <Button look="quiet" size="small" busy={telling} onClick={() => void end('met')}>
                Met<span className="nhsuk-u-visually-hidden">: {words}</span>
              </Button>
              <Button look="quiet" size="small" busy={telling} onClick={() => void end('no-longer')}>
                No longer there<span className="nhsuk-u-visually-hidden">: {words}</span>
              </Button>
            </>
          ) : (
            <Button look="quiet" size="small" busy={telling} onClick={() => void end(null)}>
              Take up again<span className="nhsuk-u-visually-hidden">: {words}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

const needForm = z.object({
  domain: z.string().refine((code) => isCode('life-domain', code), 'Choose the life domain'),
  words: requiredNote(2000),
  level: z.string(),
});

interface NeedFormProps {
  readonly personId: string;
  readonly need: NeedView | null;
  readonly onClose: () => void;
}

function NeedForm({ personId, need, onClose }: NeedFormProps) {
  const withdraw = useWithdraw();
  const add = useTell('plans.addNeed');
  const edit = useTell('plans.editNeed');
  return (
    <DraftedForm
      schema={needForm}
      start={{
        domain: need?.domain ?? '',
        words: need?.words ?? '',
        level: need === null || need.level === null ? '' : String(need.level),
      }}
      draft={{ kind: 'plan-need', key: need?.id ?? personId }}
      submit={need === null ? 'Add the need' : 'Save'}
      onSubmit={async ({ domain, words, level: typed }) => {
        if (!isCode('life-domain', domain)) return undefined;
        const level = typed === '' ? null : Number(typed);
        if (need !== null) {
          const answer = await edit.tell({ needId: need.id, heads: need.heads, patch: { domain, words, level } });
          if (!answer.ok) return answer.error;
          toast({ message: 'Need changed' });
        } else {
          const answer = await add.tell({ personId, domain, words, level });
          if (!answer.ok) return answer.error;
          const { needId } = answer.value;
          toast({ message: 'Need added', undo: () => withdraw('need', needId) });
        }
        onClose();
        return undefined;
      }}
    >
      {({ control }) => (
        <>
          <SelectField
            control={control}
            name="domain"
            label="Life domain"
            options={codeOptions('life-domain')}
            blank="Choose a domain"
          />
          <TextAreaField control={control} name="words" label="Need, concern or problem" rows={3} />
          <RadioField control={control} name="level" label="Level" options={codeOptions('need-level')} />
        </>
      )}
    </DraftedForm>
  );
}
