import type { ComponentType } from 'react';
import type { CommandGroup } from '../../components/command-palette.tsx';

/** What a panel is opened for. */
export interface LogContactRequest {
  readonly personId?: string;
  readonly contactId?: string;
}

/** Which instrument is filled in for whom. */
export interface InstrumentRequest {
  readonly personId: string;
  readonly instrument: string;
}

/** The panels that open over any page, by name, with what each is opened for. */
export interface PanelRequests {
  /** With `contactId`: the planned contact whose outcome is recorded. */
  readonly logContact: LogContactRequest;
  /** One contact with its history, to read, amend or void. */
  readonly contact: { readonly contactId: string };
  /** One entry for a group session. */
  readonly groupContact: object;
  /** A new appointment, or with `contactId` an appointment to move. */
  readonly planContact: LogContactRequest;
  /** The shared whole-person assessment, to be answered. With `domain`: that part open. */
  readonly assessment: { readonly personId: string; readonly domain?: string };
  /** Fills in an instrument. */
  readonly instrument: InstrumentRequest;
  /** One filled-in instrument with its answers. */
  readonly score: { readonly resultId: string };
  /** One task with `taskId`, else a new one. */
  readonly task: { readonly taskId?: string; readonly personId?: string };
}

export type PanelName = keyof PanelRequests;

export interface PanelProps<R> {
  readonly request: R;
  readonly onClose: () => void;
}

/** Where a command takes somebody. */
export type Go = (address: string) => void;

/** Gives the palette what fits to the words typed. `go` opens an address of this application. */
export type CommandSource = (query: string, go: Go) => Promise<CommandGroup>;

/** What features give to the frame. */
export interface Plugs {
  readonly panels: { readonly [N in PanelName]?: ComponentType<PanelProps<PanelRequests[N]>> };
  readonly commandSources: readonly CommandSource[];
}
