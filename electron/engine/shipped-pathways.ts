import cardiovascular from '../../resources/pathways/cardiovascular.json' with { type: 'json' };
import discharge from '../../resources/pathways/discharge.json' with { type: 'json' };
import endOfLife from '../../resources/pathways/end-of-life.json' with { type: 'json' };
import frailty from '../../resources/pathways/frailty.json' with { type: 'json' };
import gastroAlcohol from '../../resources/pathways/gastro-alcohol.json' with { type: 'json' };
import respiratory from '../../resources/pathways/respiratory.json' with { type: 'json' };
import selfCare from '../../resources/pathways/self-care.json' with { type: 'json' };
import urgentCare from '../../resources/pathways/urgent-care.json' with { type: 'json' };
import { type Suggest, stepSchema, suggestSchema, type TemplateStep } from '../../shared/domain/pathways.ts';
import type { Journal } from './journal/record.ts';

/** A pathway template as it is shipped. */
export interface ShippedPathway {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly suggest: Suggest;
  readonly steps: readonly TemplateStep[];
}

/** The shipped templates, read once: a slip in a file fails at the start, not at somebody's desk. */
export const shippedPathways: readonly ShippedPathway[] = [
  frailty,
  respiratory,
  cardiovascular,
  gastroAlcohol,
  endOfLife,
  urgentCare,
  discharge,
  selfCare,
].map(({ id, name, about, suggest, steps }) => ({
  id: `pathway-${id}`,
  name,
  about,
  suggest: suggestSchema.parse(suggest),
  steps: steps.map((step) => stepSchema.parse(step)),
}));

/** Writes shipped templates into a store; `has` tells which are there already, edited or ended as they may be. */
export function seedPathways(journal: Journal, has: (id: string) => boolean = () => false): void {
  for (const { id, name, about, suggest, steps } of shippedPathways)
    if (!has(id))
      journal.insert(
        'pathway_templates',
        { id, name, about, suggest: JSON.stringify(suggest), steps: JSON.stringify(steps), version: 1 },
        'city',
      );
}
