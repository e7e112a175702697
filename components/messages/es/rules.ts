import type { English, Translation } from "../catalogue";

export const rules: Translation<English["rules"]> = {};
