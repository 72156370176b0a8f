import { useAsk } from '../../../client/queries.ts';
import { DateText } from '../../../components/dates.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Panel } from '../../../components/panel.tsx';

/** Where the person lived before, as far as the record knows. */
export function AddressesPanel({ personId }: { readonly personId: string }) {
  const asked = useAsk('people.history', { personId, field: 'address' });
  return (
    <Panel title="Earlier addresses">
      <Loaded asked={asked} loading="Reading the addresses">
        {({ entries }) => {
          const earlier = entries.flatMap(({ id, at, fields }) =>
            fields.flatMap(({ field, from }) => (field === 'address' && from !== null ? [{ id, at, from }] : [])),
          );
          if (earlier.length === 0) return <p className="ot-muted">No other address was recorded.</p>;
          return (
            <ul className="ot-person-people">
              {earlier.map(({ id, at, from }) => (
                <li key={id}>
                  <p className="ot-person-people__name">{from}</p>
                  <p className="ot-person-people__facts">
                    Replaced <DateText value={at} />
                  </p>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}
