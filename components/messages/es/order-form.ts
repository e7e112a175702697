import type { English, Translation } from "../catalogue";

export const orderForm: Translation<English["orderForm"]> = {};
