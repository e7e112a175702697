import type { English, Translation } from "../catalogue";

export const boardMoveTo: Translation<English["boardMoveTo"]> = {
  title: "Mover {count, plural, one {# parada} other {# paradas}}",
  titlePreview: "Previsualizar el movimiento de {count, plural, one {# parada} other {# paradas}}",
  placeholder: "Mover {count, plural, one {# parada} other {# paradas}} a la ruta…",
  placeholderPreview: "Previsualizar {count, plural, one {# parada} other {# paradas}} en la ruta…",
  label: "Número de ruta",
  bestFirst: "Primero las mejores",
  weighing: "Comparando las rutas…",
  moveTo: "Mover a",
  routes: "{count, plural, one {# ruta} other {# rutas}}",
  noRoute: "No hay ninguna ruta {number}",
  noPlace: "No hay ningún lugar así",
  footer:
    "El número, para el mejor lugar; 9.4, tras la parada 4 de la ruta 9; 9.0, al principio de esta; 0, para quitar de la ruta.",
  route: "Ruta {number}, {driver}",
  unassigned: "Sin asignar",
  stops: "{count, plural, one {# parada} other {# paradas}}",
  atFront: "al principio",
  behind: "tras la parada {position, number}",
  alreadyThere: "Ya está ahí",
  lockedAsks: "Bloqueado: pregunta antes",
  locked: "bloqueado",
};
