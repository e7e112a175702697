import type { English, Translation } from "../catalogue";

export const boardMap: Translation<English["boardMap"]> = {
  map: "Mapa",
  lasso: "Lazo de paradas",
  fit: "Ajustar a la vista",
  showAll: "Mostrar todas las rutas",
  legend: "Leyenda",
  "legend.stop": "Parada, con su lugar en la ruta",
  "legend.late": "Con retraso",
  "legend.locked": "Bloqueada",
  "legend.selected": "Seleccionada",
  "legend.unassigned": "Sin asignar",
  "legend.problem": "Sin asignar, con algún impedimento",
  "legend.depot": "Almacén",
  "legend.route": "Ruta: número, color y trazo",
  "legend.plans": "Planes en el mapa",
  "legend.now": "como está ahora",
  "legend.ghost": "Lo que añadiría un cambio",
};
