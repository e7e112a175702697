import type { English, Translation } from "../catalogue";

export const boardState: Translation<English["boardState"]> = {
  "midDay.cancel": "Pedidos anulados",
  "midDay.swap": "Conductores cambiados",
  "midDay.split": "Ruta repartida",
  midDayNotSaved: "No se ha guardado",
  alreadyThere: "Ya está ahí",
  movedTitle: "{count, plural, one {# parada} other {# paradas}} → {target}",
  previewing:
    "Vista previa: {count, plural, one {# parada} other {# paradas}} → {target}. Intro confirma, Escape descarta.",
  "target.pool": "sin asignar",
  "target.route": "ruta {number}",
  routeLocked: "Ruta bloqueada",
  routeUnlocked: "Ruta desbloqueada",
  stopsLocked: "{count, plural, one {# parada fijada} other {# paradas fijadas}}",
  stopsUnlocked: "{count, plural, one {# parada soltada} other {# paradas soltadas}}",
  frozen:
    "{count, plural, =0 {Ninguna parada está congelada} one {La primera parada está congelada} other {Las primeras # paradas están congeladas}}",
  notSaved: "No guardado: {why}",
  moveTakenBack: "El movimiento se ha deshecho",
  lockNotSaved: "El bloqueo no se ha guardado",
  leftAsIs: "Se deja como está",
  "retry.again": "Reintentar",
  "retry.best": "Probar la mejor posición",
  "retry.fromThere": "Moverla desde ahí",
  undo: "Deshacer",
  notPossible: "Este movimiento no es posible",
  notMoved: "No movido: {why}",
  undone: "Deshecho",
  doneAgain: "Rehecho",
  notUndone: "No se ha deshecho",
  notDoneAgain: "No se ha rehecho",
};
