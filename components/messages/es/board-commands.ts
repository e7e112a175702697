import type { English, Translation } from "../catalogue";

export const boardCommands: Translation<English["boardCommands"]> = {};
