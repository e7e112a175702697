export const boardCutoff = {} as const;
