import {
  type EasySection,
  easySections,
  type HeldSection,
  type PrintLayout,
} from '../../../shared/domain/held-record.ts';
import type { PlanBlock } from '../../../shared/domain/plan-document.ts';
import { PlanPicture } from './plan-pictures.tsx';

interface PlanSectionsProps {
  readonly layout: PrintLayout;
  readonly sections: readonly HeldSection[];
}

/** The sections of the record as the layout has them. */
export function PlanSections({ layout, sections }: PlanSectionsProps) {
  if (layout === 'easy-read')
    return easySections(sections).map((section) => <Easy key={section.id} section={section} />);
  return sections.map(({ id, heading, blocks }) => (
    <section className="ot-held__section" key={id}>
      <h2 className="ot-held__heading">{heading}</h2>
      {blocks.map((block, place) => (
        // Blocks have no identity of their own: they are the lines of a page.
        <Block key={`${id} ${place}`} block={block} />
      ))}
    </section>
  ));
}

function Block({ block }: { readonly block: PlanBlock }) {
  if (block.kind === 'heading') return <h3 className="ot-held__subheading">{block.text}</h3>;
  if (block.kind === 'text') return <p>{block.text}</p>;
  return (
    <ul>
      {block.items.map((item, place) => (
        <li key={`${place} ${item}`}>{item}</li>
      ))}
    </ul>
  );
}

/** A picture, a heading, one line that says what comes, then one idea a line. */
function Easy({ section: { id, heading, opening, lines } }: { readonly section: EasySection }) {
  return (
    <section className="ot-held__section ot-held__section--easy">
      <PlanPicture of={id} />
      <div>
        <h2 className="ot-held__heading">{heading}</h2>
        <p className="ot-held__opening">{opening}</p>
        {lines.map(({ kind, text }, place) =>
          kind === 'heading' ? (
            <h3 className="ot-held__subheading" key={`${place} ${text}`}>
              {text}
            </h3>
          ) : (
            <p className="ot-held__line" key={`${place} ${text}`}>
              {text}
            </p>
          ),
        )}
      </div>
    </section>
  );
}
