"use client";
import { useCallback, useState } from "react";

/** Which row a drawer edits: null adds a new one. The row is kept while the drawer closes; every opening is a new form. */
export function useEditor<Row>(isOpenAtFirst = false) {
  const [state, setState] = useState({ row: null as Row | null, isOpen: isOpenAtFirst, opening: 0 });
  const open = useCallback(
    (row: Row | null) => setState(({ opening }) => ({ row, isOpen: true, opening: opening + 1 })),
    [],
  );
  const close = useCallback(() => setState((current) => ({ ...current, isOpen: false })), []);
  return { ...state, open, close };
}
