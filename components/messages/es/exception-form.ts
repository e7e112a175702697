import type { English, Translation } from "../catalogue";

export const exceptionForm: Translation<English["exceptionForm"]> = {
  title: "Anotar una incidencia",
  kind: "Tipo",
  order: "Número de pedido",
  orderHint: "El pedido del que se trata; vacío si es del día.",
  note: "Qué ha pasado",
  save: "Anotarla",
  done: "Incidencia anotada",
  exists: "Este pedido ya tiene una de ese tipo",
  failed: "No se ha anotado",
  severity: "Gravedad",
};
