import type { English, Translation } from "../catalogue";

export const settingsScope: Translation<English["settingsScope"]> = {
  title: "Qué ve {name}",
  about: "Vale desde su próximo clic.",
  sees: "Ve",
  all: "Todo",
  some: "Algunos proyectos o centros",
  everything: "todo",
  nothing: "nada",
  seesWhat: "Ve {what}",
  projectsAndDepots: "{projects}: {depots}",
  placesHint:
    "Sin centro, todos los centros de los proyectos. Con uno, sus conductores y las rutas de estos; los pedidos que aún no están en ninguna ruta son de todo el proyecto.",
  partner: "Qué colaborador",
  partnerHint: "Ve los encargos, conductores y vehículos de este colaborador.",
  partnerNone: "Aún no hay colaboradores. Añada uno primero.",
  driver: "Qué conductor",
  driverHint: "Ve las rutas de este conductor.",
  driverNone: "Aún no hay conductores. Añada uno primero.",
  choose: "Elegir",
  chooseOne: "Elija uno.",
  chooseProject: "Elija al menos un proyecto.",
  "missing.partner": "Sin colaborador elegido: no ve nada",
  "missing.driver": "Sin conductor elegido: no ve nada",
  changeOf: "{name}: {what}. Cambiar",
  saved: "Cambiado lo que ve {name}",
};
