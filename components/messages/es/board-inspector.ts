import type { English, Translation } from "../catalogue";

export const boardInspector: Translation<English["boardInspector"]> = {};
