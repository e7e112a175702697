import { type ColumnMapping, columnMappingSchema } from "./column-mapping";
import { type IntakeColumn, names } from "./intake-column";
import { VISIT_COLUMNS, type VisitField } from "./visit-columns";

const ORDER_ONLY_FIELDS = [
  "external_id",
  "kind",
  "service_date",
  "weight_kg",
  "volume_l",
  "parcels",
  "load4",
  "priority",
  "skills",
  "features",
  "tags",
  "notes",
  "barcode",
  "notification_preference",
] as const;
type OrderOnlyField = (typeof ORDER_ONLY_FIELDS)[number];

/** Everything a column of an order file can mean. `pickup_…` fields describe where a pair is collected. */
export type OrderField = OrderOnlyField | VisitField | `pickup_${VisitField}`;
export type OrderMapping = ColumnMapping<OrderField>;

const order = (
  key: OrderOnlyField,
  label: string,
  group: "Order" | "Load",
  example: string,
  aliases: readonly string[],
  join = " ",
): IntakeColumn<OrderField> => ({ key, label, group, example, aliases, join });

// Five languages in a row: English, German, French, Spanish, Danish.
const ORDER_ONLY_COLUMNS: readonly IntakeColumn<OrderField>[] = [
  order(
    "external_id",
    "Order number",
    "Order",
    "A-10045",
    names(`
      external id, id, order id, order, order no, order nr, order number, order ref, order reference, ref,
      reference, reference number, client id, tracking number, tracking id, shipment id, shipment number,
      consignment, delivery id, stop id, number, no, auftragsnummer, auftrag, bestellnummer, bestellung,
      sendungsnummer, referenz, lieferschein, nummer, commande, numero de commande, n commande, no commande,
      numero, identifiant, pedido, numero de pedido, n pedido, num pedido, id pedido, referencia, albaran, ordre,
      ordrenummer, ordrenr, ordre nr, ordre id, bestillingsnummer, forsendelsesnummer`),
  ),
  order(
    "kind",
    "Kind",
    "Order",
    "dropoff",
    names(`
      kind, type, order type, job type, stop type, task type, art, typ, auftragsart, type de tache, tipo,
      ordretype`),
  ),
  order(
    "service_date",
    "Date",
    "Order",
    "2026-11-21",
    names(`
      service date, date, day, delivery date, scheduled date, planned date, ship date, due date, datum,
      lieferdatum, tag, liefertag, date de livraison, jour, fecha, fecha de entrega, dia, dato, leveringsdato, dag`),
  ),
  order(
    "weight_kg",
    "Weight (kg)",
    "Load",
    "2.5",
    names(`
      weight kg, weight, kg, load, load 1, demand, mass, gross weight, gewicht, gewicht kg, poids, poids kg, peso,
      peso kg, vaegt, vaegt kg`),
  ),
  order(
    "volume_l",
    "Volume (l)",
    "Load",
    "12",
    names(`
      volume l, volume, liter, litres, liters, load 2, cbm, volumen, volumen l, volume litres, volumen litros,
      rumfang, rumfang l`),
  ),
  order(
    "parcels",
    "Parcels",
    "Load",
    "2",
    names(`
      parcels, packages, pieces, pcs, qty, quantity, items, boxes, colli, load 3, number of parcels, units,
      pakete, paket, stuck, anzahl, stuckzahl, colis, nombre de colis, quantite, bultos, paquetes, cantidad,
      piezas, pakker, antal, antal pakker, kolli`),
  ),
  order("load4", "Fourth load", "Load", "1", names("load4, load 4, pallets, paletten, palettes, palets, paller")),
  order(
    "priority",
    "Priority",
    "Order",
    "normal",
    names(`
      priority, prio, urgency, prioritat, wichtigkeit, dringlichkeit, priorite, urgence, prioridad, urgencia,
      prioritet`),
  ),
  order(
    "skills",
    "Skills",
    "Order",
    "cold; fragile",
    names(`
      skills, skill, required skills, requirements, capabilities, fahigkeiten, anforderungen, competences,
      exigences, habilidades, requisitos, kompetencer, krav`),
    "; ",
  ),
  order(
    "features",
    "Vehicle features",
    "Order",
    "tail-lift",
    names(`
      features, vehicle features, vehicle requirements, ausstattung, fahrzeugmerkmale, equipements,
      caracteristicas, udstyr`),
    "; ",
  ),
  order(
    "tags",
    "Tags",
    "Order",
    "vip; returns",
    names(`
      tags, tag list, labels, categories, category, schlagworte, etiketten, etiquettes, etiquetas, etiketter,
      maerker`),
    "; ",
  ),
  order(
    "notes",
    "Notes",
    "Order",
    "Ring twice",
    names(`
      notes, note, comment, comments, remark, remarks, memo, internal notes, notizen, notiz, bemerkung,
      bemerkungen, kommentar, anmerkung, remarque, remarques, commentaire, commentaires, notas, nota, comentario,
      comentarios, observaciones, noter, bemaerkning, bemaerkninger, kommentarer`),
    "\n",
  ),
  order(
    "barcode",
    "Barcodes",
    "Order",
    "4006381333931",
    names(`
      barcode, barcodes, ean, scan code, parcel barcode, strichcode, code barres, code barre, codigo de barras,
      stregkode`),
    "; ",
  ),
  order(
    "notification_preference",
    "Customer messages",
    "Order",
    "both",
    names(`
      notification preference, notifications, notification, notify, notify customer, customer notification,
      benachrichtigung, benachrichtigungen, notification client, notificacion, notificaciones, avisar, aviso,
      notifikation, notifikationer`),
  ),
];

// Compounds that no prefix rule finds.
const PICKUP_ALIASES: Partial<Record<VisitField, readonly string[]>> = {
  address: ["abholadresse", "absenderadresse", "afhentningsadresse", "pickup location"],
  city: ["abholort"],
  name: ["sender", "shipper", "absender", "expediteur", "remitente", "afsender"],
  postcode: ["abholplz"],
  time_windows: ["abholzeit", "abholzeitfenster"],
};

/** The catalogue, in the order a form shows it. */
export const ORDER_COLUMNS: readonly IntakeColumn<OrderField>[] = [
  ...ORDER_ONLY_COLUMNS.slice(0, 3),
  ...VISIT_COLUMNS.map((column): IntakeColumn<OrderField> => ({ ...column, group: "Delivery stop" })),
  ...ORDER_ONLY_COLUMNS.slice(3),
  ...VISIT_COLUMNS.map(pickupColumn),
];

export const ORDER_COLUMN_BY_KEY: ReadonlyMap<OrderField, IntakeColumn<OrderField>> = new Map(
  ORDER_COLUMNS.map((column) => [column.key, column]),
);

export const ORDER_FIELDS: readonly OrderField[] = ORDER_COLUMNS.map((column) => column.key);

export const orderMappingSchema = columnMappingSchema(ORDER_FIELDS);

/** First words of headings that speak of the place of collection. */
export const PICKUP_WORDS = names(`
  pickup, pick up, collection, collect, origin, sender, shipper, from, abhol, abholung, absender, enlevement,
  collecte, ramassage, expediteur, recogida, origen, remitente, afhentning, afhentnings, afsender`);

function pickupColumn(column: IntakeColumn<VisitField>): IntakeColumn<OrderField> {
  return {
    ...column,
    key: `pickup_${column.key}`,
    label: `Pickup: ${column.label.toLowerCase()}`,
    group: "Pickup stop",
    aliases: [`pickup ${column.key.replaceAll("_", " ")}`, ...(PICKUP_ALIASES[column.key] ?? [])],
  };
}
