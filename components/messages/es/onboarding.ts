import type { English, Translation } from "../catalogue";

export const onboarding: Translation<English["onboarding"]> = {};
