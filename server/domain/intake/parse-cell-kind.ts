import type { DeliveryKind } from "@/server/domain/order/delivery-schema";
import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { foldText } from "./fold-text";

const SYNONYMS: Readonly<Record<DeliveryKind, readonly string[]>> = {
  dropoff: [
    "dropoff",
    "drop off",
    "drop",
    "delivery",
    "deliver",
    "d",
    "zustellung",
    "lieferung",
    "livraison",
    "entrega",
    "levering",
  ],
  pickup: [
    "pickup",
    "pick up",
    "collection",
    "collect",
    "p",
    "return",
    "abholung",
    "retoure",
    "enlevement",
    "collecte",
    "recogida",
    "afhentning",
    "retur",
  ],
  pair: ["pair", "pickup and delivery", "pickup delivery", "pickup dropoff", "transfer", "courier"],
  task: ["task", "visit", "service", "job", "aufgabe", "tache", "visite", "tarea", "visita", "opgave"],
};
const BY_WORD = new Map(
  Object.entries(SYNONYMS).flatMap(([kind, words]) => words.map((word) => [word, kind as DeliveryKind] as const)),
);

/** What kind of job the row is: dropoff, pickup, pair or task, by their usual names in five languages. */
export function parseCellKind(text: string): CellResult<DeliveryKind> {
  const kind = BY_WORD.get(foldText(text));
  if (kind) return accepted(kind);
  return refused("unknown_kind", `${quoted(text)} is not a kind of order. Use dropoff, pickup, pair or task.`);
}
