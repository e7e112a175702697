export const boardMap = {} as const;
