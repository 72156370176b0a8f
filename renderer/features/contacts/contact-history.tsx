import { InstantText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import type { OpenedContact } from './contact-panel.tsx';
import { fieldLabel, fieldWords } from './field-words.ts';

const deeds = {
  planned: 'Planned',
  replanned: 'Plan changed',
  logged: 'Logged',
  amended: 'Amended',
  undone: 'Outcome taken back',
  voided: 'Made void',
} as const;

/** Who wrote what and when, with what each field said before. Newest first. */
export function ContactHistory({ history }: { readonly history: OpenedContact['history'] }) {
  const amended = history.filter(({ what }) => what === 'amended').length;
  const times = amended === 1 ? 'once' : `${amended} times`;
  return (
    <Details summary={amended === 0 ? 'History: never amended' : `History: amended ${times}`}>
      <ol className="ot-contact__history">
        {history.toReversed().map(({ at, by, what, fields }) => (
          <li key={`${at}${what}`}>
            <p className="ot-contact__deed">
              {deeds[what]} by {by}, <InstantText value={at} />
            </p>
            {what !== 'voided' && fields.length > 0 && (
              <ul>
                {fields.map(({ field, before, after }) => (
                  <li key={field}>
                    {fieldLabel(field)}: <del>{fieldWords(field, before)}</del> <ins>{fieldWords(field, after)}</ins>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Details>
  );
}
