/** What the document asks for and is not served yet, by its number. This list may only shrink. */
export const MISSING_ENDPOINTS: readonly string[] = [
  "LM-023",
  "LM-024",
  "LM-036",
  "LM-037",
  "LM-038",
  "LM-039",
  "LM-079",
  "LM-080",
  "LM-081",
  "LM-082",
  "LM-083",
  "LM-086",
];
