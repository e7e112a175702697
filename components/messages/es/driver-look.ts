import type { English, Translation } from "../catalogue";

export const driverLook: Translation<English["driverLook"]> = {
  title: "Como lo ve el conductor",
  about:
    "Verá esta ruta como la tiene el conductor en su teléfono, durante 15 minutos. Puede abrir paradas, pero no hacer nada en su nombre. El registro guarda que la ha visto.",
  why: "Motivo (opcional)",
  whyHint: "Queda en el registro: «llamó por la parada 7».",
  begin: "Ver",
  over: "Ya no está viendo la ruta.",
  lookingAs: "Está viendo como <b>{driver}</b>, hasta las {time}. Aquí no se puede hacer nada.",
  end: "Dejar de ver",
  notAllowed: "Su rol no permite ver como un conductor",
};
