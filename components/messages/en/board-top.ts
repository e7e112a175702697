export const boardTop = {} as const;
