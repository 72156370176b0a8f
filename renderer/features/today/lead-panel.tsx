import { Link } from '@tanstack/react-router';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { formatCount } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';

/** Findings that cost little to look for: likely duplicates are counted where they are settled, cases without a coordinator stand above. */
const kinds = ['same-nhs-number', 'two-coordinators', 'two-open-cases', 'contested'] as const;

/** What a team lead has to look at besides cases: uses of break-glass, and findings of the review queue. */
export function LeadPanel() {
  const decides = useMay('review.decide');
  const oversees = useMay('oversight.read');
  const lead = decides && oversees;
  const glass = useAsk('people.breakGlassList', { state: 'to-review', limit: 1 }, { enabled: lead }).data?.total ?? 0;
  const findings = useAsk('review.list', { kinds: [...kinds], limit: 1 }, { enabled: lead }).data?.total ?? 0;
  if (glass + findings === 0) return null;
  return (
    <Panel title="To review" count={glass + findings}>
      <ul className="ot-plain-list">
        {glass > 0 && (
          <li>
            <Link to="/audit/break-glass">{formatCount(glass, 'opened record')} of other teams</Link>: was it right?
          </li>
        )}
        {findings > 0 && (
          <li>
            <Link to="/review">{formatCount(findings, 'finding')} to settle</Link>: one NHS number twice, two
            coordinators, two cases, edits that met
          </li>
        )}
      </ul>
    </Panel>
  );
}
