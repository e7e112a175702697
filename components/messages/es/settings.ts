import type { English, Translation } from "../catalogue";

export const settings: Translation<English["settings"]> = {
  "preferences.example":
    "Así se leen las horas <b>{time}</b>, las distancias <b>{distance}</b> y los números <b>{number}</b>.",
  "preferences.title": "Idioma y unidades",
  "preferences.about": "Cómo ve usted la aplicación, en todos sus dispositivos. Cada compañero conserva la suya.",
  "preferences.language": "Idioma",
  "preferences.languageAuto": "El del navegador ({language})",
  "preferences.hourCycle": "Reloj",
  "preferences.hourCycle.auto": "El del centro",
  "preferences.hourCycle.24": "24 horas",
  "preferences.hourCycle.12": "12 horas",
  "preferences.distance": "Distancias",
  "preferences.distance.auto": "Las del centro",
  "preferences.distance.km": "Kilómetros",
  "preferences.distance.mi": "Millas",
  "preferences.weight": "Pesos",
  "preferences.weight.auto": "Los del centro",
  "preferences.weight.kg": "Kilogramos",
  "preferences.weight.lb": "Libras",
  "preferences.singleLetterKeys": "Atajos de una sola letra",
  "preferences.singleLetterHint":
    "Si se desactiva, solo funcionan los atajos con Ctrl, Alt o Mayús: útil con control por voz o para evitar pulsaciones por error.",
  "preferences.notSaved": "No se ha guardado",
};
