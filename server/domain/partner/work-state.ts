/** How far an assignment of a partner's is, as the desk asks for them; `declined`: also what was given back or taken back. */
export const WORK_STATES = ["offered", "accepted", "under-way", "done", "declined"] as const;
export type WorkState = (typeof WORK_STATES)[number];
