import type { English, Translation } from "../catalogue";

export const boardTop: Translation<English["boardTop"]> = {
  mode: "Modo",
  "mode.plan": "Planificar",
  "mode.live": "En vivo",
  "mode.review": "Revisar",
  panels: "Paneles",
  "panel.list": "Lista",
  "panel.timeline": "Cronograma",
  "panel.inspector": "Detalle",
};
