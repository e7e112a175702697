/** In CSS pixels; the class names of column, head and card say the same. */
export const COLUMN_WIDTH = 224;
export const HEAD_HEIGHT = 84;
/** Over a route that is driven: it says more. */
export const DRIVEN_HEAD_HEIGHT = 100;
export const CARD_HEIGHT = 46;
