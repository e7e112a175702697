export const boardOptimize = {} as const;
