/** The renderer asks, the main process answers: `(name, input, meta) → Answer`. */
export const callChannel = 'oneteam:call';

/** The renderer asks for what it shows to be saved as a PDF, without arguments: `() → Printed`. */
export const pdfChannel = 'oneteam:pdf';

/** The main process tells the renderer: one `EngineEvent`. */
export const eventChannel = 'oneteam:event';
