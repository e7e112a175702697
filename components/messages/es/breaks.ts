import type { English, Translation } from "../catalogue";

export const breaks: Translation<English["breaks"]> = {
  begins: "Empieza",
  from: "Comienzo más temprano de la pausa {number}{of, select, none {} other {, {of}}}",
  to: "Comienzo más tardío de la pausa {number}{of, select, none {} other {, {of}}}",
  minutes: "Minutos de la pausa {number}{of, select, none {} other {, {of}}}",
  remove: "Quitar la pausa {number}{of, select, none {} other {, {of}}}",
  min: "min",
  add: "Añadir una pausa",
  addFor: "Añadir una pausa a {name}",
};
