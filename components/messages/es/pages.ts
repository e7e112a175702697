import type { English, Translation } from "../catalogue";

export const pages: Translation<English["pages"]> = {
  description: "Mesa de despacho para el reparto de última milla",
  "title.plan": "Plan",
  "title.account": "Su cuenta",
  "title.run": "Su ruta",
};
