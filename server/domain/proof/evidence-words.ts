import type { Outcome, OutcomeReason } from "@/server/domain/execution/outcome";
import type { FlagKind } from "./evidence-flags";
import type { ProofKind } from "./proof";
import type { ReviewState } from "./review";

/** What an evidence says on paper, for people without an account. */
export interface EvidenceWords {
  readonly title: string;
  readonly made: (when: string, by: string) => string;
  readonly order: string;
  readonly address: string;
  readonly route: (number: number) => string;
  readonly driver: string;
  readonly outcome: string;
  readonly recipient: string;
  readonly note: string;
  readonly arrived: string;
  readonly completed: string;
  readonly received: string;
  readonly clock: (seconds: number) => string;
  readonly answers: string;
  readonly items: string;
  readonly review: string;
  readonly checks: string;
  readonly noFlags: string;
  readonly taken: string;
  readonly meters: (meters: number) => string;
  readonly kinds: Readonly<Record<ProofKind, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly reasons: Readonly<Record<OutcomeReason, string>>;
  readonly states: Readonly<Record<ReviewState, string>>;
  readonly flags: Readonly<Record<FlagKind, string>>;
}

const en: EvidenceWords = {
  title: "Proof of delivery",
  made: (when, by) =>
    `Made on ${when} by ${by}. Hashes are SHA-256; those of the pictures as sent are in manifest.json.`,
  order: "Order",
  address: "Address",
  route: (number) => `Route ${number}`,
  driver: "Driver",
  outcome: "Outcome",
  recipient: "Received by",
  note: "Note",
  arrived: "Arrived",
  completed: "Completed",
  received: "Reported to us",
  clock: (seconds) => `The device’s clock was off by ${seconds} s; times have been put right.`,
  answers: "Answers at the door",
  items: "Items",
  review: "Review",
  checks: "Checks",
  noFlags: "Nothing stands out.",
  taken: "Taken",
  meters: (meters) => `${meters} m from the address`,
  kinds: { photo: "Photo", signature: "Signature" },
  outcomes: { delivered: "Delivered", partial: "Delivered in part", failed: "Not delivered", attempted: "Attempted" },
  reasons: {
    "nobody-home": "Nobody at home",
    "wrong-address": "Wrong address",
    "no-access": "No access",
    refused: "Refused",
    damaged: "Damaged",
    "missing-item": "Item missing",
    "recipient-unknown": "Recipient unknown",
    "not-enough-time": "Not enough time",
    "not-ready": "Not ready",
    "vehicle-problem": "Vehicle problem",
    weather: "Weather",
    cancelled: "Cancelled",
    other: "Other",
  },
  states: { pending: "Not reviewed", approved: "Approved", flagged: "Flagged", rejected: "Rejected" },
  flags: {
    "far-from-address": "Far from the address",
    "before-arrival": "Completed before arrival",
    "clock-skew": "The device’s clock was off",
    "reused-photo": "Picture used before",
    "missing-proof": "Picture missing",
    "missing-task": "Required task not done",
    "missing-item": "Items missing",
    "rejected-file": "A file was refused",
    "lost-file": "A picture never arrived",
    "too-dark": "Too dark",
    blurred: "Blurred",
    blank: "Empty signature",
    "wrong-time": "Not taken during the stop",
  },
};

const es: EvidenceWords = {
  title: "Comprobante de entrega",
  made: (when, by) =>
    `Hecho el ${when} por ${by}. Los resúmenes son SHA-256; los de las imágenes tal como se enviaron están en manifest.json.`,
  order: "Pedido",
  address: "Dirección",
  route: (number) => `Ruta ${number}`,
  driver: "Conductor",
  outcome: "Resultado",
  recipient: "Recibido por",
  note: "Nota",
  arrived: "Llegada",
  completed: "Terminado",
  received: "Comunicado",
  clock: (seconds) => `El reloj del dispositivo iba desviado ${seconds} s; las horas están corregidas.`,
  answers: "Respuestas en la puerta",
  items: "Artículos",
  review: "Revisión",
  checks: "Comprobaciones",
  noFlags: "Nada llama la atención.",
  taken: "Tomada",
  meters: (meters) => `a ${meters} m de la dirección`,
  kinds: { photo: "Foto", signature: "Firma" },
  outcomes: { delivered: "Entregado", partial: "Entregado en parte", failed: "No entregado", attempted: "Intentado" },
  reasons: {
    "nobody-home": "Nadie en casa",
    "wrong-address": "Dirección equivocada",
    "no-access": "Sin acceso",
    refused: "Rechazado",
    damaged: "Dañado",
    "missing-item": "Falta un artículo",
    "recipient-unknown": "Destinatario desconocido",
    "not-enough-time": "Sin tiempo",
    "not-ready": "No estaba listo",
    "vehicle-problem": "Problema del vehículo",
    weather: "Mal tiempo",
    cancelled: "Anulado",
    other: "Otro",
  },
  states: { pending: "Sin revisar", approved: "Aprobado", flagged: "Marcado", rejected: "Rechazado" },
  flags: {
    "far-from-address": "Lejos de la dirección",
    "before-arrival": "Terminado antes de llegar",
    "clock-skew": "El reloj del dispositivo iba mal",
    "reused-photo": "Imagen ya usada",
    "missing-proof": "Falta una imagen",
    "missing-task": "Tarea obligatoria sin hacer",
    "missing-item": "Faltan artículos",
    "rejected-file": "Se rechazó un archivo",
    "lost-file": "Una imagen no llegó nunca",
    "too-dark": "Demasiado oscura",
    blurred: "Borrosa",
    blank: "Firma vacía",
    "wrong-time": "No se tomó durante la parada",
  },
};

/** The words of a language. */
export function evidenceWords(language: "en" | "es"): EvidenceWords {
  return language === "es" ? es : en;
}
