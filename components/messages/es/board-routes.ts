import type { English, Translation } from "../catalogue";

export const boardRoutes: Translation<English["boardRoutes"]> = {};
