import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { Callout } from '../../components/callout.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { firstDay, ticksName } from './first-day-tasks.ts';

const ticked = z.array(z.string()).catch([]);

/** What to try on the first day; ticks are kept for each worker on this device. */
export function FirstDay() {
  const asked = useAsk('preferences.get', { names: [ticksName] });
  const { tell, failure } = useTell('preferences.set');
  // A tick shows at once; only a failure takes it back.
  const [ticks, setTicks] = useState<readonly string[] | null>(null);
  return (
    <Panel title="On your first day">
      <Loaded asked={asked} loading="Reading what you have ticked">
        {({ values }) => {
          const done = new Set(ticks ?? ticked.parse(values[ticksName]));
          const left = firstDay.filter(({ id }) => !done.has(id)).length;
          const toggle = async (id: string, on: boolean) => {
            const value = firstDay.map((task) => task.id).filter((each) => (each === id ? on : done.has(each)));
            setTicks(value);
            const answer = await tell({ name: ticksName, value });
            if (!answer.ok) setTicks(null);
          };
          return (
            <>
              <p className="ot-help__done" role="status">
                {left === 0 ? 'All done. Welcome to the team.' : `${firstDay.length - left} of ${firstDay.length} done`}
              </p>
              <ul className="ot-help__tasks">
                {firstDay.map(({ id, words, article }) => (
                  <li key={id}>
                    <label className="ot-help__task">
                      <input
                        className="ot-check"
                        type="checkbox"
                        checked={done.has(id)}
                        onChange={(event) => void toggle(id, event.currentTarget.checked)}
                      />
                      <span>{words}</span>
                    </label>
                    <Link to="/help/$articleId" params={{ articleId: article }} aria-label={`How: ${words}`}>
                      How
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
      {failure !== undefined && <Callout tone="urgent" live title={failure.message} />}
    </Panel>
  );
}
