import type { English, Translation } from "../catalogue";

export const board: Translation<English["board"]> = {
  loading: "Cargando el plan",
  failed: "No se ha podido abrir el plan",
  copyError: "Copiar el número de error",
  noOrders: "No hay pedidos para este día",
  noOrdersAbout: "Importe un archivo, añada un pedido a mano o elija otro día arriba.",
  importOrders: "Importar pedidos",
  chooseDrivers: "Elegir conductores",
  nobodyDrives: "Aún no conduce nadie este día",
  nobodyDrivesAbout:
    "{count, plural, one {# parada espera} other {# paradas esperan}}. Elija quién conduce, con qué vehículo y desde qué centro; cada uno recibe una ruta.",
  noProject: "Aún no hay ningún proyecto",
  noProjectAbout:
    "Un proyecto reúne los pedidos, conductores y vehículos de una ciudad o un cliente, y su zona horaria.",
  createProject: "Crear un proyecto",
  noPlan: "No hay nada planificado para este día",
  noPlanAbout: "Un planificador abre el día cuando han llegado sus pedidos.",
  stale:
    "Sin conexión en directo. Los cambios de otros no se ven hasta que vuelva. Un cambio suyo que no se pueda guardar se retira, con la opción de repetirlo.",
  announcements: "Avisos del tablero",
  resizeList: "Cambiar el ancho de la lista",
  resizeProposal: "Cambiar el alto de la propuesta",
  resizeInspector: "Cambiar el ancho del inspector",
  resizeTimeline: "Cambiar el alto del cronograma",
  routes: "Rutas",
  overLock: "¿Mover pese al bloqueo?",
  overLockAbout: "{why} El bloqueo se conserva.",
  moveAnyway: "Mover igualmente",
};
