export const boardInspector = {} as const;
