import type { StayView } from '../../../shared/contract/stay-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { useTell } from '../../client/commands.ts';
import { toast } from '../../components/toast.ts';

interface ChecklistProps {
  readonly stay: StayView;
  readonly mayEdit: boolean;
}

/** What must be in place before somebody leaves: ticked by anybody of the team, with who and when. */
export function Checklist({ stay, mayEdit }: ChecklistProps) {
  const tick = useTell('stays.tick');
  const options = codeOptions('discharge-check');
  const ticked = new Map(stay.checklist.map((each) => [each.item, each]));
  const settled = options.filter(({ value }) => ticked.has(value)).length;
  const set = async (item: (typeof options)[number]['value'], how: 'done' | 'not-needed' | null) => {
    const answer = await tick.tell({ stayId: stay.id, item, how });
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
  };
  return (
    <fieldset className="ot-stay-list">
      <legend className="ot-person-subhead">
        Discharge checklist <span className="ot-muted">{`${settled} of ${options.length} settled`}</span>
      </legend>
      <ul>
        {options.map(({ value, label }) => {
          const done = ticked.get(value);
          return (
            <li key={value}>
              <label className="ot-stay-list__item">
                <input
                  className="ot-check"
                  type="checkbox"
                  checked={done !== undefined}
                  disabled={!mayEdit}
                  onChange={(event) => void set(value, event.currentTarget.checked ? 'done' : null)}
                />
                <span>
                  {label}
                  {done !== undefined && (
                    <span className="ot-person-because">
                      {`${done.how === 'not-needed' ? 'Not needed' : 'Done'}, ${done.by}, ${formatDate(done.on)}`}
                    </span>
                  )}
                </span>
              </label>
              {mayEdit && done === undefined && (
                <button className="ot-link-button" type="button" onClick={() => void set(value, 'not-needed')}>
                  Not needed<span className="nhsuk-u-visually-hidden">: {label}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
