/** What the document asks for and is not served yet, by its number. This list may only shrink. */
export const MISSING_ENDPOINTS: readonly string[] = [];
