import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PathwayTemplateView } from '../../../shared/contract/pathways.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { Callout } from '../../components/callout.tsx';
import { CheckboxesField } from '../../components/choice-fields.tsx';
import { Details } from '../../components/details.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { EmptyState, NoPermission } from '../../components/states.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from '../plan/drafted-form.tsx';
import { templateRoute } from './routes.tsx';
import { TemplateSteps } from './template-steps.tsx';
import { contentOf, templateForm, valuesOf } from './template-values.ts';

/** The id in the address of a template that is not saved yet. */
export const newTemplateId = 'new';

/** One pathway template: its name, what speaks for it, and its steps. */
export function TemplatePage() {
  const may = useMay('settings.write');
  const { templateId } = templateRoute.useParams();
  const asked = useAsk('pathways.templates', {}, { enabled: may });
  const isNew = templateId === newTemplateId;
  return (
    <Page
      title={isNew ? 'New pathway template' : 'Pathway template'}
      lead="Cases keep the steps they began with: what is saved here is for pathways that begin from now on."
      actions={
        <ButtonLink to="/settings" icon="left">
          Settings
        </ButtonLink>
      }
    >
      {may ? (
        <Loaded asked={asked} loading="Reading the template">
          {({ templates }) => {
            const found = templates.find(({ id }) => id === templateId);
            return isNew || found !== undefined ? (
              <TemplateForm key={templateId} template={found ?? null} />
            ) : (
              <EmptyState title="There is no such template on this device" icon="search">
                <p>It may have been added on another device that has not been exchanged with this one.</p>
              </EmptyState>
            );
          }}
        </Loaded>
      ) : (
        <NoPermission what="Pathway templates are changed by team leads and administrators." />
      )}
    </Page>
  );
}

function TemplateForm({ template: shown }: { readonly template: PathwayTemplateView | null }) {
  // As it was when the form was opened: what somebody else saves meanwhile must not be overwritten unseen.
  const [template] = useState(shown);
  const navigate = useNavigate();
  const save = useTell('pathways.saveTemplate');
  return (
    <Panel title={template === null ? 'What the pathway asks for' : `${template.name}, version ${template.version}`}>
      {template !== null && template.inUse > 0 && (
        <Callout
          tone="info"
          title={`${formatCount(template.inUse, 'pathway')} under way began with it and go on as they are.`}
        />
      )}
      <DraftedForm
        schema={templateForm}
        start={valuesOf(template)}
        draft={{ kind: 'pathway-template', key: template?.id ?? newTemplateId }}
        submit={template === null ? 'Save the template' : `Save as version ${template.version + 1}`}
        onSubmit={async (values) => {
          const content = contentOf(values);
          const answer = await save.tell(
            template === null ? content : { ...content, templateId: template.id, heads: template.heads },
          );
          if (!answer.ok) return answer.error;
          toast({ message: `Saved: ${values.name}, version ${answer.value.version}` });
          await navigate({ to: '/settings' });
          return undefined;
        }}
      >
        {(form) => (
          <>
            <div className="ot-template-head">
              <TextField control={form.control} name="name" label="Name" spellCheck />
              <TextField control={form.control} name="about" label="What it is for" spellCheck />
            </div>
            <TemplateSteps form={form} />
            <Details summary="What on record speaks for it">
              <p className="ot-muted">
                The pathway is named under “Worth a thought” of a person for whom one of these holds. Nothing chosen: it
                is only found in the list.
              </p>
              <CheckboxesField
                control={form.control}
                name="conditions"
                label="Conditions"
                options={codeOptions('condition')}
                look="chips"
              />
              <CheckboxesField
                control={form.control}
                name="flags"
                label="Flags"
                options={codeOptions('flag')}
                look="chips"
              />
              <CheckboxesField
                control={form.control}
                name="stays"
                label="Stays, under way or ended within 30 days"
                options={codeOptions('stay-kind')}
                look="chips"
              />
            </Details>
          </>
        )}
      </DraftedForm>
    </Panel>
  );
}
