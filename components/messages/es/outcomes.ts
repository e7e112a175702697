import type { English, Translation } from "../catalogue";

export const outcomes: Translation<English["outcomes"]> = {
  "reason.nobody-home": "No había nadie",
  "reason.wrong-address": "Dirección equivocada",
  "reason.no-access": "Sin acceso",
  "reason.refused": "Rechazado",
  "reason.damaged": "Dañado",
  "reason.missing-item": "Falta algo",
  "reason.recipient-unknown": "Allí no se conoce",
  "reason.not-enough-time": "No da tiempo",
  "reason.not-ready": "No está listo",
  "reason.vehicle-problem": "Avería del vehículo",
  "reason.weather": "Mal tiempo",
  "reason.cancelled": "Cancelado en la puerta",
  "reason.sick": "Enfermo",
  "reason.shift-over": "Fin de turno",
  "reason.too-much": "Demasiado para un día",
  "reason.mistake": "Enviada por error",
  "reason.other": "Otro motivo",
};
