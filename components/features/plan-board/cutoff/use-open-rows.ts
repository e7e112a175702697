import { useCallback, useState } from "react";
import { useRecheck } from "./use-cutoff";

interface Pages<Row> {
  readonly pages: readonly { readonly rows: readonly Row[] }[];
}

/**
 * The rows of a check that are still open. What is settled here leaves the list at once, before the server's next answer
 * says so too, and everything is counted again.
 */
export function useOpenRows<Row>(data: Pages<Row> | undefined, keyOf: (row: Row) => string) {
  const recheck = useRecheck();
  const [settledKeys, setSettledKeys] = useState<ReadonlySet<string>>(new Set());
  const rows = (data?.pages ?? []).flatMap((page) => page.rows).filter((row) => !settledKeys.has(keyOf(row)));
  const settle = useCallback(
    (row: Row) => {
      setSettledKeys((before) => new Set([...before, keyOf(row)]));
      void recheck();
    },
    [keyOf, recheck],
  );
  return { rows, settle };
}
