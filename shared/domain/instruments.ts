import auditC from '../../resources/instruments/audit-c.json' with { type: 'json' };
import cfs from '../../resources/instruments/cfs.json' with { type: 'json' };
import efi from '../../resources/instruments/efi.json' with { type: 'json' };
import eq5d5l from '../../resources/instruments/eq-5d-5l.json' with { type: 'json' };
import gad7 from '../../resources/instruments/gad-7.json' with { type: 'json' };
import inControl from '../../resources/instruments/in-control.json' with { type: 'json' };
import ons4 from '../../resources/instruments/ons4.json' with { type: 'json' };
import pam from '../../resources/instruments/pam.json' with { type: 'json' };
import phq9 from '../../resources/instruments/phq-9.json' with { type: 'json' };
import reqol10 from '../../resources/instruments/reqol-10.json' with { type: 'json' };
import swemwbs from '../../resources/instruments/swemwbs.json' with { type: 'json' };
import ucla3 from '../../resources/instruments/ucla-3.json' with { type: 'json' };
import wemwbs from '../../resources/instruments/wemwbs.json' with { type: 'json' };
import { type Figure, type Instrument, type InstrumentItem, instrumentSchema } from './instrument-definition.ts';

/** Every instrument that ships, in the order in which they are offered. To add one: its file and a line here. */
export const instruments: readonly Instrument[] = [
  phq9,
  gad7,
  auditC,
  ons4,
  ucla3,
  inControl,
  cfs,
  pam,
  swemwbs,
  wemwbs,
  reqol10,
  eq5d5l,
  efi,
].map((definition) => instrumentSchema.parse(definition));

const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));

/** The instrument of that id, or undefined: a result may come from a newer version that knows more. */
export const instrumentOf = (id: string): Instrument | undefined => byId.get(id);

/** A figure of an instrument by its id. */
export const figureOf = (instrument: Instrument, id: string): Figure | undefined =>
  instrument.figures.find((figure) => figure.id === id);

/** The answers that an item offers, in order; empty where a number is entered. */
export const responsesOf = (instrument: Instrument, item: InstrumentItem): Instrument['responses'][string] =>
  item.responses === undefined ? [] : (instrument.responses[item.responses] ?? []);
