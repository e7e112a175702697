import type { English, Translation } from "../catalogue";

export const settingsOrganization: Translation<English["settingsOrganization"]> = {
  title: "Organización",
  about:
    "Lo que aparece en las páginas de sus clientes y en sus mensajes. Un proyecto puede tener nombre, color y logotipo propios.",
  name: "Nombre",
  nameHint: "Como le conocen sus clientes.",
  language: "Idioma predeterminado",
  languageHint:
    "De los mensajes a clientes y conductores, y de los navegadores que piden un idioma en el que no está escrito Dray.",
  languageAuto: "El del país del proyecto",
  color: "Color",
  colorHint: "De títulos y botones en las páginas de los clientes. Vacío: el verde de Dray.",
  pickColor: "Elegir un color",
  sampleState: "De camino hacia usted",
  sampleButton: "Dejar una nota",
  sampleLight: "De día",
  sampleDark: "De noche; más claro donde hace falta",
  logo: "Logotipo",
  logoAbout: "En las páginas de los clientes y en sus correos, delante del nombre.",
  logoAboutProject: "Si este proyecto reparte con un logotipo propio, en las páginas de sus clientes y en sus correos.",
  noLogoProject: "Sin logotipo propio: en su lugar está el de la organización.",
  logoOf: "Logotipo de {name}",
  noLogo: "Sin logotipo: en su lugar está la primera letra del nombre.",
  dropLogo: "Suelte aquí una imagen, o",
  dropLogoHint: "PNG, JPEG o WebP, 3 MB como máximo.",
  logoSaved: "Logotipo guardado",
  logoRemoved: "Logotipo quitado",
  logoRefused: "Esto no puede ser el logotipo",
  removeLogo: "Quitar logotipo",
  "problem.name": "Escriba un nombre de 120 caracteres como máximo.",
  "problem.color": "Escriba un color con # y seis cifras, por ejemplo #0f6b58.",
  "problem.contrast":
    "Demasiado claro para leerse en una página blanca: {contrast}:1, y lo mínimo es {least}:1. Elija uno más oscuro.",
};
