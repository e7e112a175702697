/** What the document asks for and is not served yet, by its number. This list may only shrink. */
export const MISSING_ENDPOINTS: readonly string[] = [
  "OPT-01",
  "OPT-02",
  "OPT-03",
  "OPT-04",
  "OPT-05",
  "OPT-06",
  "OPT-07",
  "OPT-08",
  "OPT-09",
  "OPT-10",
  "OPT-15",
  "OPT-16",
  "OPT-17",
  "OPT-18",
  "OPT-20",
];
