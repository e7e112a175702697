export const orderForm = {} as const;
