/** What the document asks for and is not served yet, by its number. This list may only shrink. */
export const MISSING_ENDPOINTS: readonly string[] = [
  "LM-079",
  "LM-080",
  "LM-081",
  "LM-082",
  "LM-083",
  "LM-086",
];
