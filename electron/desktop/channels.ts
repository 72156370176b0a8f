/** The renderer asks, the main process answers: `(name, input, meta) → Answer`. */
export const callChannel = 'oneteam:call';

/** The main process tells the renderer: one `EngineEvent`. */
export const eventChannel = 'oneteam:event';
