/** Texts that Spanish writes as English does, `area.key`; every other text must differ. */
export const SAME_IN_SPANISH: readonly string[] = ["common.no", "pages.title.plan"];
