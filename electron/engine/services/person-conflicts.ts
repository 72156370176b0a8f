import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { timeOf } from '../journal/clock.ts';
import type { ContestedHead } from '../store/person-entities.ts';
import { entityWords, fieldLabel, fieldNameOf, isShownInHistory, type Names, storedWords } from './record-words.ts';

/** The contested fields of a record (J4): every value with who gave it, when and on which device. The largest change is shown meanwhile. */
export function conflictViews(heads: readonly ContestedHead[], names: Names): PersonPageView['conflicts'] {
  const fields = Map.groupBy(
    heads.filter(({ entity, field }) => isShownInHistory(entity, field)),
    ({ row, field }) => `${row} ${field}`,
  );
  return [...fields.values()].map((all) => {
    const { entity = '', row = '', field = '' } = all[0] ?? {};
    const label = fieldLabel(entity, field);
    const shown = all.reduce((a, b) => (a > b.change ? a : b.change), '');
    return {
      entity,
      row,
      field,
      label: entity === 'people' ? label : `${entityWords[entity] ?? entity}: ${label.toLowerCase()}`,
      name: fieldNameOf(entity, field),
      values: all.map(({ change, patch, actor, device }) => {
        const value = (JSON.parse(patch) as Record<string, string | number | null>)[field] ?? null;
        return {
          change,
          words: storedWords(entity, field, value, names) ?? 'Nothing recorded',
          by: names.worker(actor),
          at: new Date(timeOf(change)).toISOString(),
          device,
          shown: change === shown,
        };
      }),
    };
  });
}
