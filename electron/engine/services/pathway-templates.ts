import type { pathways as contract } from '../../../shared/contract/pathways.ts';
import type { Suggest, TemplateStep } from '../../../shared/domain/pathways.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import type { ReadHandle } from '../store/handles.ts';
import { findTemplate, pathwayTemplates, templatesInUse } from '../store/pathways.ts';
import { refuse } from './contact-checks.ts';

/** Reading and changing the templates that pathways begin with. */
export const pathwayTemplateServices: Pick<
  Services<typeof contract>,
  'pathways.templates' | 'pathways.saveTemplate' | 'pathways.endTemplate'
> = {
  'pathways.templates': ({ read }) => {
    const inUse = templatesInUse(read);
    return {
      templates: pathwayTemplates(read).map((row) => ({
        id: row.id,
        heads: shownHeads(read, row),
        name: row.name,
        about: row.about,
        version: row.version,
        endedOn: row.ended_on,
        suggest: JSON.parse(row.suggest) as Suggest,
        steps: JSON.parse(row.steps) as TemplateStep[],
        inUse: inUse.get(row.id) ?? 0,
      })),
    };
  },
  'pathways.saveTemplate': ({ read, journal }, { templateId, heads, name, about, suggest, steps }) => {
    const codes = steps.map(({ code }) => code);
    const repeated = steps.findIndex(({ code }, at) => codes.indexOf(code) !== at);
    if (repeated >= 0)
      refuse([{ path: `steps.${repeated}.words`, message: 'This step is in the list twice. Remove one of them' }]);
    const fields = { name, about, suggest: JSON.stringify(suggest), steps: JSON.stringify(steps) };
    if (templateId === null)
      return { templateId: journal.insert('pathway_templates', { ...fields, version: 1 }, 'city'), version: 1 };
    const version = requireTemplate(read, templateId).version + 1;
    journal.update('pathway_templates', templateId, { ...fields, version }, heads);
    return { templateId, version };
  },
  'pathways.endTemplate': ({ read, journal, today }, { templateId, heads, ended }) => {
    requireTemplate(read, templateId);
    journal.update('pathway_templates', templateId, { ended_on: ended ? today : null }, heads);
    return { heads: shownHeads(read, requireTemplate(read, templateId)) };
  },
};

function requireTemplate(read: ReadHandle, id: string) {
  const found = findTemplate(read, id);
  if (!found) throw new AppError('not-found', 'There is no such pathway template. Open the list again.');
  return found;
}
