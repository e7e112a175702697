export const addressDoubts = {} as const;
