export const boardDrivers = {} as const;
