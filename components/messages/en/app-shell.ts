export const appShell = {} as const;
