import type { English, Translation } from "../catalogue";

export const boardMoveTo: Translation<English["boardMoveTo"]> = {};
