/** Settings: the project, the address book, people, the account, the log. */
export const settings = {
  "preferences.example": "So times read <b>{time}</b>, distances <b>{distance}</b> and numbers <b>{number}</b>.",
  "preferences.title": "Language and units",
  "preferences.about": "How the desk is written for you, on every device. Colleagues keep their own.",
  "preferences.language": "Language",
  "preferences.languageAuto": "As the browser ({language})",
  "preferences.hourCycle": "Clock",
  "preferences.hourCycle.auto": "As at the depot",
  "preferences.hourCycle.24": "24 hours",
  "preferences.hourCycle.12": "12 hours",
  "preferences.distance": "Distances",
  "preferences.distance.auto": "As at the depot",
  "preferences.distance.km": "Kilometres",
  "preferences.distance.mi": "Miles",
  "preferences.weight": "Weights",
  "preferences.weight.auto": "As at the depot",
  "preferences.weight.kg": "Kilograms",
  "preferences.weight.lb": "Pounds",
  "preferences.singleLetterKeys": "Single-letter shortcuts",
  "preferences.singleLetterHint":
    "Off, only shortcuts with Ctrl, Alt or Shift work: for voice control, or against slips.",
  "preferences.notSaved": "Not saved",
} as const;
