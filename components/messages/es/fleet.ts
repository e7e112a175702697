import type { English, Translation } from "../catalogue";

export const fleet: Translation<English["fleet"]> = {};
