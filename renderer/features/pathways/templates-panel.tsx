import { Link } from '@tanstack/react-router';
import type { PathwayTemplateView } from '../../../shared/contract/pathways.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Callout } from '../../components/callout.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { toast } from '../../components/toast.ts';
import { newTemplateId } from './template-page.tsx';

/** The pathway templates, for those who change them: which there are, how much they are used, and taking one out of use. */
export function TemplatesPanel() {
  const may = useMay('settings.write');
  const asked = useAsk('pathways.templates', {}, { enabled: may });
  const end = useTell('pathways.endTemplate');
  if (!may) return null;
  const setEnded = async ({ id, name, heads }: PathwayTemplateView, ended: boolean) => {
    const answer = await end.tell({ templateId: id, heads, ended });
    if (!answer.ok) return;
    toast({
      message: ended ? `${name} is out of use` : `${name} is in use again`,
      undo: async () => {
        await end.tell({ templateId: id, heads: answer.value.heads, ended: !ended });
      },
    });
  };
  return (
    <Panel
      title="Pathway templates"
      flush
      actions={
        <ButtonLink to="/settings/pathways/$templateId" params={{ templateId: newTemplateId }} icon="plus" size="small">
          New template
        </ButtonLink>
      }
    >
      {end.failure !== undefined && <Callout tone="urgent" live title={end.failure.message} />}
      <Loaded asked={asked} loading="Reading the templates">
        {({ templates }) => (
          <SimpleTable
            caption="Pathway templates"
            columns={[
              {
                id: 'name',
                header: 'Pathway',
                rowHeader: true,
                cell: ({ id, name }) => (
                  <Link to="/settings/pathways/$templateId" params={{ templateId: id }}>
                    {name}
                  </Link>
                ),
              },
              { id: 'about', header: 'What it is for', cell: ({ about }) => about },
              { id: 'steps', header: 'Steps', align: 'end', width: 80, cell: ({ steps }) => steps.length },
              { id: 'version', header: 'Version', align: 'end', width: 90, cell: ({ version }) => version },
              { id: 'inUse', header: 'Under way', align: 'end', width: 110, cell: ({ inUse }) => inUse },
              {
                id: 'state',
                header: 'State',
                width: 170,
                cell: ({ endedOn }) => (endedOn === null ? 'In use' : `Out of use since ${formatDate(endedOn)}`),
              },
              {
                id: 'deed',
                header: 'Change the state',
                hideHeader: true,
                align: 'end',
                width: 170,
                cell: (template) => (
                  <Button size="small" look="quiet" onClick={() => void setEnded(template, template.endedOn === null)}>
                    {template.endedOn === null ? 'Take out of use' : 'Use again'}
                    <span className="nhsuk-u-visually-hidden"> {template.name}</span>
                  </Button>
                ),
              },
            ]}
            rows={templates}
            rowId={({ id }) => id}
            empty={
              <EmptyState title="There are no templates yet">
                <p>A template lists the steps that usually help with something. Press “New template” to write one.</p>
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Panel>
  );
}
