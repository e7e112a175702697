import type { English, Translation } from "../catalogue";

export const addressDoubts: Translation<English["addressDoubts"]> = {};
