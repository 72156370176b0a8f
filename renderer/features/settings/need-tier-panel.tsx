import { codeLabel } from '../../../shared/domain/code-lists.ts';
import { needTierSource, shippedNeedTierTable as table } from '../../../shared/domain/need-tier-table.ts';
import { Callout } from '../../components/callout.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { limitsOf, pointsRows } from './need-tier-rows.ts';

/** The points behind the need tier, to read: what counts, for how much, and where that comes from. */
export function NeedTierPanel() {
  return (
    <Panel title="How the need tier is worked out">
      <Callout tone="info" title={table.notice} />
      <div className="ot-settings__tiers">
        <div>
          <SimpleTable
            caption="Tiers"
            showCaption
            columns={[
              { id: 'tier', header: 'Tier', rowHeader: true, cell: ({ tier }) => codeLabel('need-tier', tier) },
              { id: 'from', header: 'From points', align: 'end', cell: ({ from }) => from },
            ]}
            rows={table.tiers}
            rowId={({ tier }) => tier}
          />
          <ul className="ot-settings__limits">
            {limitsOf(table).map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </div>
        <SimpleTable
          caption="What adds points"
          showCaption
          columns={[
            { id: 'title', header: 'What counts', cell: ({ title }) => title },
            { id: 'when', header: 'When', rowHeader: true, cell: ({ when }) => when },
            { id: 'points', header: 'Points', align: 'end', cell: ({ points }) => points },
          ]}
          rows={pointsRows(table)}
          rowId={({ id }) => id}
        />
      </div>
      <p className="ot-muted ot-settings__source">
        Version {table.version}. Source: {needTierSource}
      </p>
    </Panel>
  );
}
