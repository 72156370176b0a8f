import { useState } from 'react';
import { wordOf } from '../../../../shared/domain/person-words.ts';
import { useTell } from '../../../client/commands.ts';
import { Button } from '../../../components/button.tsx';
import type { Column } from '../../../components/column.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { DateText } from '../../../components/dates.tsx';
import { Details } from '../../../components/details.tsx';
import { SimpleTable } from '../../../components/simple-table.tsx';
import { toast } from '../../../components/toast.ts';
import type { CaseView } from './case-panel.tsx';

type Role = CaseView['roles'][number];

const roleWords: Readonly<Record<string, string>> = {
  coordinator: 'Care coordinator',
  behaviourist: 'Behaviourist',
  'lead-professional': 'Lead professional',
  involved: 'Also involved',
};

/** What a role on a case is called. */
export const roleWord = (role: string): string => roleWords[role] ?? role;

const whoHas = ({ worker, external }: Role): string =>
  worker === null
    ? [external?.name, external?.organisation, external?.phone].filter(Boolean).join(', ')
    : `${worker.name} (${wordOf('worker-role', worker.job)}), ${worker.organisation}`;

const columns: readonly Column<Role>[] = [
  { id: 'role', header: 'Role', cell: ({ role }) => roleWord(role), rowHeader: true },
  { id: 'who', header: 'Who', cell: whoHas },
  { id: 'from', header: 'From', cell: ({ startedAt }) => <DateText value={startedAt} /> },
  { id: 'to', header: 'Until', cell: ({ endedAt }) => (endedAt === null ? 'Now' : <DateText value={endedAt} />) },
];

/** Everybody who has or had a part in the case, with the dates. A part of somebody other than the coordinator can end. */
export function CaseRoles({ of, mayAct }: { readonly of: CaseView; readonly mayAct: boolean }) {
  const [ending, setEnding] = useState<Role | null>(null);
  const endRole = useTell('cases.endRole', { onDone: () => toast({ message: 'Role ended' }) });
  const end = async ({ id }: Role) => {
    const answer = await endRole.tell({ caseId: of.id, roleId: id });
    setEnding(null);
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
  };
  // One too many, named apart on two devices, can be ended; the only one hands over instead.
  const coordinators = of.roles.filter(({ role, endedAt }) => role === 'coordinator' && endedAt === null).length;
  const deeds: Column<Role> = {
    id: 'deeds',
    header: 'Actions',
    hideHeader: true,
    align: 'end',
    cell: (role) =>
      role.endedAt === null &&
      (role.role !== 'coordinator' || coordinators > 1) && (
        <Button look="quiet" size="small" onClick={() => setEnding(role)}>
          End<span className="nhsuk-u-visually-hidden"> the role of {whoHas(role)}</span>
        </Button>
      ),
  };
  return (
    <Details summary={`Roles on this case (${of.roles.length})`}>
      <SimpleTable
        caption="Roles on this case"
        rows={of.roles}
        rowId={({ id }) => id}
        empty={<p className="ot-muted">Nobody has a role yet.</p>}
        columns={mayAct ? [...columns, deeds] : columns}
      />
      <ConfirmDialog
        open={ending !== null}
        title="End the role"
        confirm="End the role"
        busy={endRole.telling}
        onConfirm={() => ending !== null && void end(ending)}
        onCancel={() => setEnding(null)}
      >
        <p>
          {ending !== null && `${roleWord(ending.role)}: ${whoHas(ending)}.`} From now on they are not shown as
          involved; the role stays in the history of the case.
        </p>
      </ConfirmDialog>
    </Details>
  );
}
