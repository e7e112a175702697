import type { English, Translation } from "../catalogue";

export const board: Translation<English["board"]> = {};
