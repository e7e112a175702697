import type { English, Translation } from "../catalogue";

export const orderIntake: Translation<English["orderIntake"]> = {};
