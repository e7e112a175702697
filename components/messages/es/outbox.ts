import type { English, Translation } from "../catalogue";

export const outbox: Translation<English["outbox"]> = {};
