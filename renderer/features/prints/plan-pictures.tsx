import type { HeldSection } from '../../../shared/domain/held-record.ts';

/** Line pictures of our own on a 64 × 64 grid, drawn with one stroke in the text's colour. */
const drawings: Readonly<Record<HeldSection['id'], string>> = {
  // A heart.
  'what-matters': 'M32 54C14 41 8 32 8 23a12 12 0 0 1 24-3 12 12 0 0 1 24 3c0 9-6 18-24 31z',
  // A star.
  strengths: 'M32 7l7.500 16.500L57 25.500 44 37.500 47.500 55 32 46l-15.500 9L20 37.500 7 25.500l17.500-2z',
  // Two people's speech.
  communication: 'M6 10h34v22H22l-8 8v-8H6zM46 22h12v22h-6v8l-8-8H28v-6M14 18h18M14 25h12',
  // A heart beat in a frame.
  health: 'M10 10h44v44H10zM14 34h9l5-13 8 24 5-11h9',
  // One hand under another: a hand that holds up.
  needs:
    'M6 44h10l8-6h14a4 4 0 0 1 0 8H28M38 44l14-8a4 4 0 0 1 5 6L40 54H24l-8 2H6M32 30a11 11 0 1 0-.010 0zM32 14v10M27 19h10',
  // A flag on a hill.
  goals: 'M4 56l20-24 12 14 6-7 18 17zM24 32V6l18 7-18 7',
  // A list with ticks.
  actions: 'M12 8h40v50H12zM24 4h16v8H24zM19 24l4 4 6-7M35 25h11M19 40l4 4 6-7M35 41h11',
  // A person in the sun.
  'self-management':
    'M24 28a8 8 0 1 0-.010 0zM10 58V46a14 14 0 0 1 28 0v12M50 22a7 7 0 1 0-.010 0zM50 3v-1M50 27v4M61 15h2M38 15h-2M42 7l-1-1M58 7l1-1M42 23l-1 1M58 23l1 1',
  // A telephone that rings.
  contingency:
    'M14 8h10l5 14-6 5a34 34 0 0 0 14 14l5-6 14 5v10a6 6 0 0 1-6 6C28 56 8 36 8 14a6 6 0 0 1 6-6zM38 8a18 18 0 0 1 18 18M38 17a9 9 0 0 1 9 9',
  // A pen that writes.
  decisions: 'M10 56l3-13L43 13l10 10-30 30zM38 18l10 10M13 43l10 10M32 58h24',
  // Three people.
  people:
    'M32 24a8 8 0 1 0-.010 0zM18 56V44a14 14 0 0 1 28 0v12M12 30a6 6 0 1 0-.010 0zM4 54V44a9 9 0 0 1 9-8M52 30a6 6 0 1 0-.010 0zM60 54V44a9 9 0 0 0-9-8',
  // A calendar with a day marked.
  next: 'M8 12h48v44H8zM8 24h48M20 6v12M44 6v12M18 34h8M38 34h8M18 45h8M34 40l12 11M46 40L34 51',
  // A page with a tick.
  agreement: 'M14 6h26l10 10v42H14zM40 6v10h10M22 36l8 8 14-17',
};

/** The picture of a section. It stands beside the heading that says the same, so screen readers pass it by. */
export function PlanPicture({ of }: { readonly of: HeldSection['id'] }) {
  return (
    <svg className="ot-held__picture" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d={drawings[of]} />
    </svg>
  );
}
