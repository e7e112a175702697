"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect } from "react";
import { CUTOFF_CHECKS } from "@/server/domain/cutoff/cutoff-counts";
import { useBoardStoreApi } from "../board-store";

/** An address that names a check ("?cutoff=addresses") opens the checklist there: the way back from another page. */
export function useOpenFromAddress(): void {
  const store = useBoardStoreApi();
  const [check, setCheck] = useQueryState("cutoff", parseAsStringLiteral(CUTOFF_CHECKS));
  useEffect(() => {
    if (check === null) return;
    store.setState({ dialog: { kind: "cutoff", check } });
    void setCheck(null);
  }, [check, setCheck, store]);
}
