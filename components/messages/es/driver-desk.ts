import type { English, Translation } from "../catalogue";

export const driverDesk: Translation<English["driverDesk"]> = {
  title: "Sus rutas",
  route: "Ruta {number, number}",
  stops: "{count, plural, one {# parada} other {# paradas}}",
  starts: "empieza {time}",
  open: "Abrir",
  notOpened: "No se ha podido abrir la ruta",
  none: "Aún no hay ruta para usted",
  noneAbout: "En cuanto se le envíe una, estará aquí.",
  closed: "Aquí ya no hay nada para usted",
  closedAbout: "Ya no está entre los conductores. Si cree que es un error, pregunte a quien le invitó.",
  "status.dispatched": "enviada",
  "status.started": "en marcha",
  "status.finished": "terminada",
};
