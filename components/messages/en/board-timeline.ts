export const boardTimeline = {} as const;
