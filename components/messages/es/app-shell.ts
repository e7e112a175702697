import type { English, Translation } from "../catalogue";

export const appShell: Translation<English["appShell"]> = {
  nav: "Principal",
};
