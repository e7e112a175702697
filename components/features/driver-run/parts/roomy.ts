/** Fields that a thumb can hit and an arm's length can read, for whatever stands inside. */
export const ROOMY = "[&_.control]:min-h-12 [&_.control]:text-lg [&_label]:text-md";
