import type { English, Translation } from "../catalogue";

export const boardDrag: Translation<English["boardDrag"]> = {
  staysHere: "Se queda donde está",
  altHeldBest: "Alt pulsado: mejor posición",
  altHeldExact: "Alt pulsado: posición exacta",
  altBest: "Alt: mejor posición",
  altExact: "Alt: posición exacta",
  dropOnRoute: "Suelte en una ruta",
  unassigned: "Sin asignar",
  route: "Ruta",
  atEnd: "Ruta {route}, al final",
  best: "Ruta {route}, mejor posición",
  first: "Ruta {route}, primera parada",
  after: "Ruta {route}, tras la parada {stop}",
};
