import type { English, Translation } from "../catalogue";

export const signIn: Translation<English["signIn"]> = {};
