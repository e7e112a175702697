import type { English, Translation } from "../catalogue";

export const boardTimeline: Translation<English["boardTimeline"]> = {};
