export const boardDispatch = {} as const;
