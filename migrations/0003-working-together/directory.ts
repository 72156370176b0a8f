/** The directory of services, what people report about it, and files of it on their way in. */
export const directory: readonly string[] = [];
