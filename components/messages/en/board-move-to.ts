export const boardMoveTo = {} as const;
