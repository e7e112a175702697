import type { English, Translation } from "../catalogue";

export const edits: Translation<English["edits"]> = {
  unplanNamed: "Quitar {name} de su ruta",
  unplanStops: "Quitar {stops, plural, one {# parada} other {# paradas}} de su ruta",
  planNamed: "Planificar {name} en la ruta {to}",
  planStops: "Planificar {stops, plural, one {# parada} other {# paradas}} en la ruta {to}",
  reorderNamed: "Reordenar {name} en la ruta {route}",
  reorderStops: "Reordenar {stops, plural, one {# parada} other {# paradas}} en la ruta {route}",
  moveNamed: "Mover {name} {from}→{to}",
  moveStops: "Mover {stops, plural, one {# parada} other {# paradas}} {from}→{to}",
  gatherNamed: "Mover {name} a la ruta {to}",
  gatherStops: "Mover {stops, plural, one {# parada} other {# paradas}} a la ruta {to}",
  lockStops: "Fijar {stops, plural, one {# parada} other {# paradas}}",
  unlockStops: "Soltar {stops, plural, one {# parada} other {# paradas}}",
  lockRoutes: "Bloquear {routes, plural, one {# ruta} other {# rutas}}",
  unlockRoutes: "Desbloquear {routes, plural, one {# ruta} other {# rutas}}",
  freezeFront:
    "Congelar {frozenStops, plural, one {# parada} other {# paradas}} de {routes, plural, one {# ruta} other {# rutas}}",
  unfreezeFront: "Descongelar el principio de {routes, plural, one {# ruta} other {# rutas}}",
  optimize: "Optimizar {routes, plural, one {# ruta} other {# rutas}}",
  rollOver: "Pasar {orders, plural, one {# pedido} other {# pedidos}} al {date}",
  bringBack: "Recuperar {orders, plural, one {# pedido} other {# pedidos}}",
  cancelNamed: "Anular {name}",
  cancelOrders: "Anular {orders, plural, one {# pedido} other {# pedidos}}",
  giveRoute: "Dar la ruta {route} a {driver}",
  swapDrivers: "Cambiar los conductores de {one} y {other}",
  splitRoute: "Repartir {route} entre {routes, plural, =0 {ninguna ruta} one {# ruta} other {# rutas}}",
};
