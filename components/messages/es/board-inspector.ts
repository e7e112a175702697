import type { English, Translation } from "../catalogue";

export const boardInspector: Translation<English["boardInspector"]> = {
  title: "Detalle",
  "tab.stop": "Parada",
  "tab.stops": "Paradas",
  "tab.route": "Ruta {number}",
  "tab.day": "Día",
};
