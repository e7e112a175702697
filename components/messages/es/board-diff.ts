import type { English, Translation } from "../catalogue";

export const boardDiff: Translation<English["boardDiff"]> = {};
