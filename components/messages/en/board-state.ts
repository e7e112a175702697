export const boardState = {} as const;
