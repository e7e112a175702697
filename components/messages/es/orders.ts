import type { English, Translation } from "../catalogue";

export const orders: Translation<English["orders"]> = {};
