import type { English, Translation } from "../catalogue";

export const driverRun: Translation<English["driverRun"]> = {};
