import type { English, Translation } from "../catalogue";

export const boardDrag: Translation<English["boardDrag"]> = {};
