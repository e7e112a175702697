/** The row that is of the whole; every measuring query has one. */
export function totalOf<T extends { readonly isTotal: boolean }>(rows: readonly T[]): T {
  return rows.find(({ isTotal }) => isTotal)!;
}
