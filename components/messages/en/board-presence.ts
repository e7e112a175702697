export const boardPresence = {} as const;
