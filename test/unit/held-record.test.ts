import { describe, expect, it } from 'vitest';
import { footerRule } from '../../renderer/components/page-footer.ts';
import { codesOf } from '../../shared/domain/code-lists.ts';
import { easySections, type HeldFacts, heldSections, ideas, layoutFor } from '../../shared/domain/held-record.ts';
import type { PlanDocument } from '../../shared/domain/plan-document.ts';

const nothing: HeldFacts = { communication: [], conditions: [], coordinator: null, helpers: [], next: null };
const plan: PlanDocument = {
  title: 'My care plan',
  sections: [
    {
      id: 'what-matters',
      heading: 'What matters to me',
      blocks: [{ kind: 'text', text: 'My cat. And quiet; no visits before ten.' }],
    },
    { id: 'communication', heading: 'How to communicate with me', blocks: [{ kind: 'text', text: 'Speak slowly' }] },
    {
      id: 'goals',
      heading: 'My goals and hopes',
      blocks: [
        { kind: 'heading', text: 'Walk to the shop' },
        { kind: 'list', items: ['Where I started: With a friend', 'I hope to get there by 1 Feb 2027'] },
        { kind: 'text', text: 'Green – I am well:' },
      ],
    },
    { id: 'agreement', heading: 'Agreed', blocks: [{ kind: 'text', text: 'Agreed on 20 Nov 2026 with: Family.' }] },
  ],
};

describe('the record that the person keeps', () => {
  it('is the plan in its order, with what surrounds it in between, and no empty heading', () => {
    expect(heldSections(plan, nothing).map(({ id }) => id)).toEqual([
      'what-matters',
      'communication',
      'goals',
      'agreement',
    ]);
    const full = heldSections(plan, {
      communication: ['Interpreter needed: Arabic'],
      conditions: ['Asthma'],
      coordinator: { role: 'Care coordinator', name: 'Cora', organisation: 'Trust', phone: '0151 496 0100' },
      helpers: [{ role: 'Housing', name: 'Pat', organisation: null, phone: null }],
      next: { at: '2026-12-01T10:00:00.000Z', how: 'Face to face', who: 'with Cora' },
    });
    expect(full.map(({ id }) => id)).toEqual([
      'what-matters',
      'communication',
      'health',
      'goals',
      'people',
      'next',
      'agreement',
    ]);
    expect(full[1]?.blocks).toEqual([
      { kind: 'list', items: ['Interpreter needed: Arabic'] },
      { kind: 'text', text: 'Speak slowly' },
    ]);
    expect(full[4]?.blocks).toEqual([
      { kind: 'list', items: ['Care coordinator: Cora, Trust, 0151 496 0100', 'Housing: Pat'] },
    ]);
    expect(full[5]?.blocks).toEqual([{ kind: 'text', text: '1 Dec 2026, 10:00: Face to face, with Cora.' }]);
  });

  it('in easy read has one idea a line and loses no word', () => {
    const sections = heldSections(plan, nothing);
    const easy = easySections(sections);
    expect(easy.map(({ id }) => id)).toEqual(sections.map(({ id }) => id));
    expect(easy[0]?.lines.map(({ text }) => text)).toEqual(['My cat.', 'And quiet', 'No visits before ten.']);
    expect(easy[2]?.lines).toEqual([
      { kind: 'heading', text: 'Walk to the shop' },
      { kind: 'line', text: 'Where I started: With a friend' },
      { kind: 'line', text: 'I hope to get there by 1 Feb 2027' },
      { kind: 'heading', text: 'Green – I am well' },
    ]);
    for (const { heading, opening } of easy) {
      expect(heading.split(' ').length).toBeLessThanOrEqual(6);
      expect(opening.split(' ').length).toBeLessThanOrEqual(10);
    }
  });

  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['See Dr. Patel at 10.30 on Monday.', ['See Dr. Patel at 10.30 on Monday.']],
    ['Call the nurse – then rest', ['Call the nurse', 'Then rest']],
    ['half-way, well-being', ['Half-way, well-being']],
    ['line one\nline two', ['Line one', 'Line two']],
    ['écoute; ça va', ['Écoute', 'Ça va']],
    ['', []],
  ])('splits “%s”', (text, lines) => {
    expect(ideas(text)).toEqual(lines);
  });

  it.each([
    [[], 'standard'],
    [['13'], 'standard'],
    [['11'], 'large'],
    [['13', 'easy-read', '11'], 'easy-read'],
    [['plain-english'], 'easy-read'],
  ] as const)('for the formats %j begins in %s', (formats, layout) => {
    expect(layoutFor(formats)).toBe(layout);
  });

  it('knows the codes by which a layout is chosen', () => {
    for (const code of ['11', 'easy-read', 'plain-english', 'makaton'])
      expect(codesOf('information-format')).toContain(code);
  });
});

describe('the foot of a page', () => {
  it('holds words as words, whatever signs are in them', () => {
    const rule = footerRule('O’Neil "x" \\; } @import url(//e)\n<', 9);
    const content = /@bottom-left \{ content: "([^"]*)";/.exec(rule)?.[1] ?? '';
    expect(content.replace(/\\([0-9a-f]+) /g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))).toBe(
      'O’Neil "x" \\; } @import url(//e)\n<',
    );
    expect(content).toMatch(/^(?:[a-zA-Z0-9 ]|\\[0-9a-f]+ )*$/);
  });
});
