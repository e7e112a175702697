import type { English, Translation } from "../catalogue";

export const boardMap: Translation<English["boardMap"]> = {};
