import type { English, Translation } from "../catalogue";

export const boardTop: Translation<English["boardTop"]> = {};
