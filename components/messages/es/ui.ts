import type { English, Translation } from "../catalogue";

export const ui: Translation<English["ui"]> = {};
