/** The column of routes at the left of every row, and the row of hours above them. */
export const LABEL_PIXELS = 228;
export const AXIS_PIXELS = 26;
