import type { ComponentProps } from "react";

/**
 * Rows and cells of the tree grid. The grid itself holds the focus and names its active row, and rows of a virtual
 * list are placed absolutely, which the elements of a table cannot be.
 */
export function TreeRow(props: Omit<ComponentProps<"div">, "role">) {
  // biome-ignore lint/a11y/useSemanticElements: see above.
  // biome-ignore lint/a11y/useFocusableInteractive: see above.
  return <div {...props} role="row" />;
}

export function TreeCell(props: Omit<ComponentProps<"span">, "role">) {
  // biome-ignore lint/a11y/useSemanticElements: see above.
  // biome-ignore lint/a11y/useFocusableInteractive: see above.
  return <span {...props} role="gridcell" />;
}
