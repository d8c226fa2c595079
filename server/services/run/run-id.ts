const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** False for what was never given out as a run's id, so that the database is not asked for it. */
export const isRunId = (text: string): boolean => UUID.test(text);
