import type { English, Translation } from "../catalogue";

export const boardState: Translation<English["boardState"]> = {};
