/** Settings: what the organization is called, and how it looks to its customers. */
export const settingsOrganization = {
  title: "Organization",
  about:
    "What stands on your customers’ pages and in your messages. A project may go by a name, a colour and a logo of its own.",
  name: "Name",
  nameHint: "As your customers know you.",
  language: "Default language",
  languageHint:
    "Of messages to customers and drivers, and of browsers that ask for a language the desk is not written in.",
  languageAuto: "As in the project’s country",
  color: "Colour",
  colorHint: "Of headings and buttons on customers’ pages. Empty: Dray’s green.",
  pickColor: "Pick a colour",
  sampleState: "On its way to you",
  sampleButton: "Leave a note",
  sampleLight: "By day",
  sampleDark: "By night; made lighter where it must be",
  logo: "Logo",
  logoAbout: "On customers’ pages and in their e-mails, in front of the name.",
  logoAboutProject:
    "Where this project delivers under a logo of its own, on its customers’ pages and in their e-mails.",
  noLogoProject: "No logo of its own: the organization’s stands there.",
  logoOf: "Logo of {name}",
  noLogo: "No logo: the first letter of the name stands in its place.",
  dropLogo: "Drop a picture here, or",
  dropLogoHint: "PNG, JPEG or WebP, 3 MB at most.",
  logoSaved: "Logo saved",
  logoRemoved: "Logo removed",
  logoRefused: "This cannot be the logo",
  removeLogo: "Remove logo",
  "problem.name": "Enter a name of at most 120 characters.",
  "problem.color": "Write a colour as # and six digits, such as #0f6b58.",
  "problem.contrast":
    "Too light to read on a white page: {contrast}:1, and {least}:1 is the least. Choose a darker one.",
} as const;
