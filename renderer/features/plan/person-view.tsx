import type { PlanBlock, PlanDocument } from '../../../shared/domain/plan-document.ts';

/** The plan in the person's words, as it is printed. */
export function PersonView({ document, level = 3 }: { readonly document: PlanDocument; readonly level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className="ot-plan-paper" aria-label={document.title}>
      {document.sections.map(({ id, heading, blocks }) => (
        <section className="ot-plan-paper__section" key={id}>
          <Heading className="ot-plan-paper__heading">{heading}</Heading>
          {blocks.map((block, index) => (
            // Blocks have no identity of their own: they are the lines of a page.
            <Block key={`${id} ${index}`} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

function Block({ block }: { readonly block: PlanBlock }) {
  if (block.kind === 'heading') return <h4 className="ot-plan-paper__subheading">{block.text}</h4>;
  if (block.kind === 'text') return <p className="ot-plan-paper__text">{block.text}</p>;
  return (
    <ul className="ot-bullets">
      {block.items.map((item, index) => (
        <li key={`${index} ${item}`}>{item}</li>
      ))}
    </ul>
  );
}
