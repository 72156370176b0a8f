import { z } from 'zod';

/**
 * An instrument as data: what is asked, how the answers become figures, what the figures mean, and under which terms it
 * may be used. The files are in `resources/instruments/`.
 */

/** Unlike ids of rows: short, so that a draft's key can hold it beside a person's id. */
export const instrumentIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,11}$/, 'is not an instrument');

const id = z.string().regex(/^[a-z][a-z0-9]*$/);
const words = z.string().trim().min(1);

const item = z.strictObject({
  id,
  words,
  /** Name of a set of answers of the instrument; else a number. */
  responses: z.string().optional(),
  number: z
    .strictObject({
      min: z.number(),
      max: z.number(),
      step: z.number().positive(),
      /** Words at both ends of a 0 to 10 ruler. */
      low: words.optional(),
      high: words.optional(),
    })
    .optional(),
  /** Its answer is shown on the assessment itself and nowhere else. */
  sensitive: z.boolean().default(false),
  /** From this answer on, something must be done at once, whatever the score. */
  alertFrom: z.number().nullable().default(null),
  /** May be left out; whatever is worked out from it is then left out too. */
  optional: z.boolean().default(false),
});

const band = z.strictObject({
  from: z.number(),
  /** Included. */
  to: z.number(),
  label: words,
  tone: z.enum(['green', 'yellow', 'orange', 'red']),
});

const figure = z.strictObject({
  id,
  label: words,
  /** Their answers are added up; a figure of one item is its answer. */
  items: z.array(id).min(1),
  min: z.number(),
  max: z.number(),
  better: z.enum(['lower', 'higher']),
  /** From the lowest up. Where two meet, the value belongs to the lower one. */
  bands: z.array(band),
  /** A change of at least so much is more than chance and error of measurement; null where none is established. */
  reliableChange: z.strictObject({ amount: z.number().positive(), source: words }).nullable(),
});

export const instrumentSchema = z
  .strictObject({
    id: instrumentIdSchema,
    name: words,
    title: words,
    about: words,
    version: words,
    /** `items`: asked here. `score`: only the result is entered. `imported`: never entered here. */
    entry: z.enum(['items', 'score', 'imported']),
    /** Said before the items. */
    stem: z.string(),
    responses: z.record(
      z.string(),
      z
        .array(z.strictObject({ value: z.int(), label: words }))
        .min(2)
        .max(10),
    ),
    items: z.array(item).min(1),
    figures: z.array(figure).min(1),
    /** The figure that is the score; null where the figures stand side by side and must never be added up. */
    scored: id.nullable(),
    licence: words,
    source: words,
  })
  .refine(
    ({ items, responses }) =>
      items.every(({ responses: set, number }) =>
        set === undefined ? number !== undefined : number === undefined && set in responses,
      ),
    'each item has either a set of answers or a number',
  )
  .refine(({ items, figures }) => {
    const known = new Map(items.map((each) => [each.id, each]));
    return figures.every((each) =>
      each.items.every((of) => known.has(of) && (each.items.length > 1 || !known.get(of)?.sensitive)),
    );
  }, 'figures are made of items, and none shows a sensitive answer')
  .refine(
    ({ scored, figures }) => scored === null || figures.some(({ id: each }) => each === scored),
    'the score is one of the figures',
  )
  .refine(
    ({ figures }) =>
      figures.every(
        ({ bands, min, max }) =>
          bands.length === 0 ||
          (bands[0]?.from === min &&
            bands.at(-1)?.to === max &&
            bands.every(({ from, to }, at) => from <= to && (at === 0 || from >= (bands[at - 1]?.to ?? from)))),
      ),
    'bands cover the whole range in order',
  );

export type Instrument = z.output<typeof instrumentSchema>;
export type InstrumentItem = Instrument['items'][number];
export type Figure = Instrument['figures'][number];
export type Band = Figure['bands'][number];
