export const boardCommands = {} as const;
