import type { English, Translation } from "../catalogue";

export const map: Translation<English["map"]> = {};
