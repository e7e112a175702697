import type { English, Translation } from "../catalogue";

export const settings: Translation<English["settings"]> = {
  "preferences.example":
    "Así se leen las horas <b>{time}</b>, las distancias <b>{distance}</b> y los números <b>{number}</b>.",
};
