import type { English, Translation } from "../catalogue";

export const refusals: Translation<English["refusals"]> = {
  unreachable: "No se puede contactar con el servidor. El cambio no se ha guardado; vuelva a intentarlo.",
  fileUnreachable: "No se puede contactar con el servidor. El archivo no se ha recibido; vuelva a intentarlo.",
  serverFault: "Ha habido un error en el servidor. No se ha cambiado nada.",
  fileFault: "Ha habido un error en el servidor. El archivo no se ha recibido.",
  pageFault: "Ha habido un error en esta página.",
  about: "{subject}: {why}",

  unauthenticated: "Inicie sesión.",
  "link-expired": "Este enlace ya no sirve. Pida uno nuevo.",
  "not-json": "La petición no es JSON.",
  "people-only": "Solo las personas tienen preferencias.",
  "foreign-origin": "Los archivos solo se pueden enviar desde las páginas de Dray.",
  "database-away": "Ahora no se puede contactar con la base de datos. Vuelva a intentarlo en un momento.",
  "database-lost":
    "La base de datos dejó de responder antes de que esto pudiera guardarse. Vuelva a intentarlo en un momento.",
  "no-such-page": "Esta página no existe. Empiece por la primera.",
  permission: "Su rol no permite esto.",
  input: "Algunos valores no se pueden usar.",
  inputAt: "{fields}: este valor no se puede usar.",

  "no-such.delivery": "Ese pedido ya no existe.",
  "no-such.depot": "Ese centro ya no existe.",
  "no-such.driver": "Ese conductor ya no existe.",
  "no-such.exception": "Esa incidencia ya no existe.",
  "no-such.import": "Esa importación ya no existe.",
  "no-such.import row": "Esa fila ya no existe.",
  "no-such.link": "Ese enlace ya no existe.",
  "no-such.location": "Esa dirección ya no existe.",
  "no-such.optimization": "Esa optimización ya no existe.",
  "no-such.person": "Esa persona no está en esta organización.",
  "no-such.plan": "Ese plan ya no existe.",
  "no-such.proof": "Esa imagen ya no existe.",
  "no-such.project": "Ese proyecto ya no existe.",
  "no-such.proposal for this address": "Esa propuesta para la dirección ya no existe.",
  "no-such.route": "Esa ruta ya no existe.",
  "no-such.stop": "Esa parada ya no existe.",
  "no-such.vehicle": "Ese vehículo ya no existe.",
  "no-such.depot in this project": "Ese centro no existe en este proyecto.",
  "no-such.vehicle in this project": "Ese vehículo no existe en este proyecto.",

  "proof-changed": "El conductor ha corregido esta parada desde entonces. Mírela de nuevo.",
  "grant-bad": "Esta dirección no la hemos dado nosotros.",
  "grant-expired": "Esta dirección ya no vale. Pida otra.",
  "upload-type": "No es del tipo que se anunció.",
  "upload-length": "No tiene el tamaño que se anunció.",
  "upload-hash": "No son los datos que se anunciaron.",

  content_type: "Envíe un archivo CSV o XLSX.",
  no_file: "No se ha enviado ningún archivo.",
  empty: "Este archivo está vacío. Elija uno con encabezado y al menos una fila.",
  no_rows: "Este archivo tiene encabezado pero ninguna fila debajo. Elija uno con al menos una fila.",
  binary: "Este archivo no es una tabla. Guarde la tabla como .xlsx o .csv y vuelva a intentarlo.",
  old_excel:
    "Es un archivo antiguo de Excel (.xls) o está protegido con contraseña. Guarde la tabla como .xlsx o .csv y vuelva a intentarlo.",
  other_document:
    "Es otro tipo de documento, diga lo que diga su nombre. Guarde la tabla como .xlsx o .csv y vuelva a intentarlo.",
  corrupt_workbook:
    "Este libro está dañado o incompleto. Ábralo con un programa de hojas de cálculo y guárdelo de nuevo.",
  unknown_sheet: "Este libro no tiene ninguna hoja con ese nombre.",
  undecodable:
    "Este archivo no es texto legible. Guarde la tabla como .xlsx, o como .csv en UTF-8, y vuelva a intentarlo.",
  too_large: "Se pueden leer como máximo {limit, number} MB. Divida este archivo e importe las partes.",
  too_large_unpacked:
    "Este libro ocupa descomprimido más de {limit, number} MB. Divida el archivo e importe las partes.",
  too_many_columns: "Se pueden leer como máximo {limit, number} columnas. Quite las que no hagan falta.",
  too_many_rows: "Se pueden leer como máximo {limit, number} filas. Divida este archivo e importe las partes.",
  cell_too_long:
    "Una celda de la línea {line, number} tiene más de {limit, number} caracteres. Acórtela o revise las comillas.",

  nothing_to_import: "Ninguna fila está lista para importarse.",
  "no-usable-address": "Ninguna línea de este archivo es una dirección.",
  "no-usable-vehicle": "Ninguna línea de este archivo es un conductor con vehículo.",
  missing_columns:
    "Este archivo no tiene columna para {columns}. Necesita street, house_number, lat y lon; y postcode, city y country si los tiene.",
  "import_status.uploaded": "Elija primero qué significan las columnas.",
  "import_status.checking": "Las filas aún se están comprobando. Espere un momento.",
  "import_status.importing": "Las filas se están importando en este momento. Espere a que termine.",
  "import_status.discarded": "Esta importación se descartó.",
  "import_status.other": "Esta importación no está en un estado que lo permita.",
  imported: "La línea {line, number} ya está importada. Edite el propio pedido.",

  invalid: "Algunos valores no se pueden usar.",
  exists: "Ya hay un pedido con este número.",
  unknown: "No hay ningún pedido con este número.",
  duplicate: "El mismo número aparece antes en esta petición.",
  other_project: "El pedido con este número es de otro proyecto.",
  stale: "Alguien ha cambiado este pedido entretanto. Vuelva a mirarlo.",
  busy: "Alguien está cambiando este pedido en este momento. Vuelva a intentarlo.",
  closed: "Este pedido está terminado y ya no se puede cambiar.",
  dispatched: "Este pedido lo tiene un conductor. Recupere antes la ruta.",
  on_route: "Este pedido está en una ruta. Quítelo antes de la ruta.",
  other_day: "Estos pedidos no son del mismo día.",
  "nothing-to-cancel": "Indique los pedidos que se cancelan.",

  "vehicle-changed": "Alguien ha cambiado este vehículo entretanto. Vuelva a mirarlo.",
  "driver-changed": "Alguien ha cambiado este conductor entretanto. Vuelva a mirarlo.",
  in_use:
    "{name} aún está en uso: {drivers, plural, one {# conductor} other {# conductores}} y {days, plural, one {# día} other {# días}}.",

  theStop: "La parada",
  "visit-not-found": "La parada ya no forma parte de este día.",
  "visit-closed": "{stop} ya está en marcha o terminada.",
  "route-not-found": "La ruta ya no existe.",
  "route-locked": "La ruta {route} está bloqueada.",
  "route-finished": "La ruta {route} ya ha terminado.",
  "stop-locked.driver": "{stop} está fijada a su conductor.",
  "stop-locked.position": "{stop} está fijada a su posición.",
  "stop-locked.front": "{stop} pertenece al principio congelado de su ruta.",
  "stop-locked.next": "{stop} es una de las próximas paradas de su conductor.",
  "stop-made": "{stop} ya está hecha o su conductor va de camino.",
  "no-position": "{stop} aún no tiene posición en el mapa.",
  "depot-without-position": "El centro de la ruta {route} aún no tiene posición en el mapa.",
  "anchor-not-found": "{stop} no está en esa ruta.",
  "pair-order": "{stop} debe recogerse antes de entregarse.",
  "pair-split": "{stop} debe quedar en la misma ruta que la otra mitad de su pedido.",
  "not-dispatched": "La ruta {route} aún no se ha enviado.",
  finished: "La ruta {route} está terminada.",
  "no-contact": "{driver} no tiene dirección para eso.",

  "mutation-reused": "Ya se hizo otro cambio con este nombre. No se ha cambiado nada.",
  "nothing-to-turn": "No queda nada que deshacer o rehacer.",
  "not-of-routes": "No hay nada que mirar antes.",
  "not-next": "Ahora hay otra edición antes.",
  "changed-since":
    "{count, plural, one {La ruta {routes} ha cambiado desde entonces.} other {Las rutas {routes} han cambiado desde entonces.}}",
  "changed-since-preview":
    "{count, plural, one {La ruta {routes} ha cambiado desde la vista previa.} other {Las rutas {routes} han cambiado desde la vista previa.}}",
  "needs-confirmation":
    "{count, plural, one {La ruta {routes} ya se ha enviado a su conductor: mire antes el cambio y confírmelo.} other {Las rutas {routes} ya se han enviado a sus conductores: mire antes el cambio y confírmelo.}}",
  "routes-changed":
    "{count, plural, one {{who} ha cambiado la ruta {routes} después.} other {{who} ha cambiado las rutas {routes} después.}}",
  "locked-since": "{who} ha cambiado después los mismos bloqueos.",
  "orders-changed":
    "{count, plural, one {Un pedido se ha planificado, enviado o cambiado después.} other {# pedidos se han planificado, enviado o cambiado después.}}",
  stopsGone:
    "{count, plural, one {La parada ya no forma parte de este día.} other {# paradas se han movido; la primera ya no forma parte de este día.}}",
  stopsUnplanned:
    "{count, plural, one {La parada ya no está en ninguna ruta.} other {# paradas se han movido; la primera ya no está en ninguna ruta.}}",
  stopsReordered:
    "{count, plural, one {La parada está ahora en otro lugar de la ruta {route}.} other {# paradas se han movido; la primera está ahora en otro lugar de la ruta {route}.}}",
  stopsMoved:
    "{count, plural, one {La parada está ahora en la ruta {route}.} other {# paradas se han movido; la primera está ahora en la ruta {route}.}}",
  stopsMovedBy: "{what} ({who})",

  "not-on-route": "La parada no está en esta ruta.",
  "op-id-taken": "Con este nombre ya se comunicó otra cosa.",
  "in-the-future": "Eso todavía no ha ocurrido.",
  "too-old": "Eso ocurrió hace demasiado tiempo.",
  "wrong-pin": "El PIN no es el del destinatario.",
  malformed: "Eso no se puede decir de esta ruta.",
  "positions-waiting": "Hay demasiadas posiciones esperando a guardarse. Vuelva a intentarlo en un momento.",

  "not-later": "Elija un día posterior a este.",
  "past-day": "Ese día ya ha pasado.",
  "day-closed": "Ese día está cerrado.",
  "attempts-spent": "Esta entrega ya se ha intentado tantas veces como permite el proyecto.",
  "no-drivers": "Elija antes los conductores.",
  "all-locked": "Todas las rutas están bloqueadas o ya enviadas.",
  "optimizer-busy": "El optimizador trabaja en otra parte de este plan. Deténgalo o espere.",
  "not-ready": "No hay ningún borrador que aplicar.",
  committed: "Estas rutas ya están en el plan: deshágalas en su lugar.",
};
