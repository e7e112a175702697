import type { English, Translation } from "../catalogue";

export const map: Translation<English["map"]> = {
  mapLabel: "Mapa. Las flechas lo desplazan, más y menos cambian la escala.",
  backgroundUnavailable: "Sin fondo de mapa: solo tierra y agua; todo lo demás funciona",
  retry: "Reintentar",
  dismiss: "Descartar",
  cannotDraw: "Este navegador no puede dibujar el mapa (WebGL 2 está desactivado). Las listas y el horario funcionan.",
  zoomIn: "Acercar",
  zoomOut: "Alejar",
  pinLabel: "Marca de posición. Las flechas la mueven; con Mayús, más lejos.",
};
