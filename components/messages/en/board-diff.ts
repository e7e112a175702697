export const boardDiff = {} as const;
