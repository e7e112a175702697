export const orderIntake = {} as const;
