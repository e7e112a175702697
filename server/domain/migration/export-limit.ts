/** As long as an export may be that is read in one go: some 30,000 orders. */
export const MOST_EXPORT_CHARACTERS = 4_000_000;
