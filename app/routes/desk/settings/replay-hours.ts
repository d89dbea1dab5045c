/** How far back the desk sends events again, in hours; events are kept for 30 days. */
export const REPLAY_HOURS = [1, 24, 72, 168, 720] as const;
