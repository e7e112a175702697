export const boardDrag = {} as const;
