import type { English, Translation } from "../catalogue";

export const boardPresence: Translation<English["boardPresence"]> = {};
