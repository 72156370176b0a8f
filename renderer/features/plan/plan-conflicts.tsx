import type { PlanConflict } from '../../../shared/contract/plan-view.ts';
import { wordDifference } from '../../../shared/domain/word-difference.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { InstantText } from '../../components/dates.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { WordsDifference } from './words-difference.tsx';

interface PlanConflictsProps {
  readonly personId: string;
  readonly conflicts: readonly PlanConflict[];
  readonly mayWrite: boolean;
}

/** Parts of the plan that two people changed at the same time: both values stand until somebody chooses. */
export function PlanConflicts({ personId, conflicts, mayWrite }: PlanConflictsProps) {
  const { tell, telling } = useTell('people.resolveConflict');
  if (conflicts.length === 0) return null;
  const keep = async ({ entity, row, field }: PlanConflict, change: string) => {
    const answer = await tell({ personId, entity, row, field, keep: change });
    toast(
      answer.ok
        ? { message: 'Settled. The other value stays in the history.' }
        : { message: answer.error.message, tone: 'urgent' },
    );
  };
  return (
    <Panel title="Changed by two people at the same time" tone="warning" count={conflicts.length}>
      {conflicts.map((conflict) => (
        <section className="ot-person-conflict" key={`${conflict.row} ${conflict.field}`} aria-label={conflict.label}>
          <h3 className="ot-person-subhead">{conflict.label}</h3>
          <ul className="ot-person-conflict__values">
            {conflict.values.map(({ change, words, by, at, device, shown }, index) => (
              <li className="ot-person-conflict__value" key={change}>
                <p className="ot-person-note">
                  {index === 0 ? (
                    words
                  ) : (
                    <WordsDifference parts={wordDifference(conflict.values[0]?.words ?? '', words)} />
                  )}{' '}
                  {shown && <Tag tone="blue">Shown meanwhile</Tag>}
                </p>
                <p className="ot-person-because">
                  {by}, <InstantText value={at} />, on {device}
                </p>
                {mayWrite && (
                  <Button size="small" busy={telling} onClick={() => void keep(conflict, change)}>
                    Keep this<span className="nhsuk-u-visually-hidden">: {words}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
