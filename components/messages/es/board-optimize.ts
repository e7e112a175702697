import type { English, Translation } from "../catalogue";

export const boardOptimize: Translation<English["boardOptimize"]> = {};
