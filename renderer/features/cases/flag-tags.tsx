import { codeEntry, isCode } from '../../../shared/domain/code-lists.ts';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tone.ts';
import { shortFor, wordsFor } from '../contacts/words.ts';

function toneOf(code: string): Tone {
  if (!isCode('flag', code)) return 'grey';
  const { restricted, alert, cohort } = codeEntry('flag', code);
  if (restricted === true || alert === true) return 'red';
  return cohort === true ? 'purple' : 'grey';
}

/** Flags in short, the most pressing first; of many the rest as a number whose words are spoken and shown on hover. */
export function FlagTags({ codes, most = 3 }: { readonly codes: readonly string[]; readonly most?: number }) {
  const rest = codes.slice(most);
  return (
    <span className="ot-flags">
      {codes.slice(0, most).map((code) => (
        <Tag key={code} tone={toneOf(code)} title={wordsFor('flag', code)}>
          {shortFor('flag', code)}
        </Tag>
      ))}
      {rest.length > 0 && (
        <span className="ot-muted" title={rest.map((code) => wordsFor('flag', code)).join(', ')}>
          +{rest.length}
          <span className="nhsuk-u-visually-hidden">: {rest.map((code) => wordsFor('flag', code)).join(', ')}</span>
        </span>
      )}
    </span>
  );
}
