import type { English, Translation } from "../catalogue";

export const boardDrivers: Translation<English["boardDrivers"]> = {};
