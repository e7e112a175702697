import type { English, Translation } from "../catalogue";

/** Ajustes: lo que los formularios largos dicen igual. */
export const settingsForm: Translation<English["settingsForm"]> = {
  unsaved: "Hay cambios sin guardar.",
  hasFaults: "Algunos valores no sirven.",
  saved: "Ajustes guardados",
  notSaved: "No se ha guardado",
  reload: "Ver lo que hay ahora",
  reloaded: "Esto es lo que hay ahora",
  leaveTitle: "¿Salir sin guardar?",
  leaveAbout: "Se pierde lo que ha cambiado en esta página.",
  leaveDialogAbout: "Se pierde lo que ha cambiado aquí.",
  leave: "Salir",
  unreadable: "No se pueden leer estos ajustes",
  readOnly: "Puede mirar. Los administradores y propietarios pueden cambiarlo.",
  wholeNumber: "Un número entero del {from, number} al {to, number}",
  number: "Un número del {from, number} al {to, number}",
};
