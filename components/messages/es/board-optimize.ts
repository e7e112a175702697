import type { English, Translation } from "../catalogue";

export const boardOptimize: Translation<English["boardOptimize"]> = {
  title: "Optimizar el día",
  about: "Verá lo que cambiaría antes de que cambie nada.",
  start: "Optimizar",
  scope: "Qué optimizar",
  "scope.day": "Todo lo no bloqueado ({stops, number})",
  "scope.selection": "Selección ({stops, number})",
  "scope.route": "Ruta {route} ({stops, number})",
  "reach.day":
    "{stops, plural, one {# parada} other {# paradas}} en {routes, plural, one {# ruta} other {# rutas}}. {kept, plural, =0 {} one {# ruta bloqueada o enviada queda como está. } other {# rutas bloqueadas o enviadas quedan como están. }}Las paradas bloqueadas conservan su conductor o su lugar.",
  "reach.selection":
    "{stops, plural, one {# parada seleccionada} other {# paradas seleccionadas}} entre {routes, plural, one {# ruta} other {# rutas}}; las demás paradas siguen en sus rutas. {kept, plural, =0 {} one {# ruta queda como está.} other {# rutas quedan como están.}}",
  "reach.route":
    "{stops, plural, one {# parada} other {# paradas}} de una ruta en otro orden. {kept, plural, =0 {} one {# ruta queda como está.} other {# rutas quedan como están.}}{routes, plural, other {}}",
  sentRoute: "Esta ruta ya se ha enviado. Al confirmar se avisa a su conductor.",
  blocked: "{count, plural, one {# parada} other {# paradas}} sin posición o para otro día no se pueden planificar.",
  allLocked: "Todas las rutas están bloqueadas o ya enviadas.",
};
