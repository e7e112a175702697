import type { English, Translation } from "../catalogue";

export const board: Translation<English["board"]> = {
  routes: "Rutas",
  resizeList: "Cambiar el ancho de la lista",
  resizeProposal: "Cambiar el alto de la propuesta",
  resizeInspector: "Cambiar el ancho del detalle",
  resizeTimeline: "Cambiar el alto del cronograma",
};
