import { useMemo } from 'react';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Columns, Stack } from '../../components/columns.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { EmptyState, NoPermission } from '../../components/states.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { useAuditLines } from './audit-lines.ts';
import { CheckPanel } from './check-panel.tsx';
import { lineColumns } from './line-columns.tsx';
import { auditRoute } from './routes.tsx';
import { TrailHead } from './trail-head.tsx';

/** The trail of everything that was read and done, for the information-governance reviewer. */
export function AuditPage() {
  return useMay('audit.read') ? (
    <Trail />
  ) : (
    <Page title="Audit trail">
      <NoPermission what="The audit trail is for information-governance reviewers. Ask an administrator if that should be you." />
    </Page>
  );
}

function Trail() {
  const view = auditRoute.useSearch();
  const navigate = auditRoute.useNavigate();
  const asked = useAuditLines(view);
  const columns = useMemo(
    () =>
      lineColumns(
        (object) => void navigate({ search: (now) => ({ ...now, object }) }),
        (worker) => void navigate({ search: (now) => ({ ...now, worker }) }),
      ),
    [navigate],
  );
  return (
    <Page
      title="Audit trail"
      lead="Who did what to which kind of thing, newest first. It holds no names of people and nothing of their records."
      actions={
        <>
          <ButtonLink to="/audit/break-glass" icon="key">
            Break-glass uses
          </ButtonLink>
          <Button onClick={asked.again}>Read again</Button>
        </>
      }
    >
      <Loaded asked={asked} loading="Reading the trail">
        {({ lines, first }) => (
          <Stack>
            <Columns layout="halves">
              <TrailHead head={first.head} />
              <CheckPanel />
            </Columns>
            <AuditFilters view={view} choices={first} show={(next) => void navigate({ search: next })} />
            <Panel title="Lines" flush>
              <div className="ot-audit__scroll" aria-busy={asked.stale}>
                <SimpleTable
                  caption="Lines of the audit trail, newest first"
                  columns={columns}
                  rows={lines}
                  rowId={({ seq }) => String(seq)}
                  empty={<EmptyState title="No line fits these filters" icon="audit" />}
                />
              </div>
              {lines.length > 0 && (
                <div className="ot-audit__more">
                  <span className="ot-muted" role="status">
                    {formatCount(lines.length, 'line')} shown
                    {asked.more === undefined && ', back to the first that fits'}
                  </span>
                  {asked.more !== undefined && (
                    <Button busy={asked.loadingMore} onClick={asked.more}>
                      Load older lines
                    </Button>
                  )}
                </div>
              )}
            </Panel>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
