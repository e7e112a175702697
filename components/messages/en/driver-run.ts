export const driverRun = {} as const;
