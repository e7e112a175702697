import type { English, Translation } from "../catalogue";

export const boardDispatch: Translation<English["boardDispatch"]> = {};
