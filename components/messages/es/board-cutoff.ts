import type { English, Translation } from "../catalogue";

export const boardCutoff: Translation<English["boardCutoff"]> = {};
