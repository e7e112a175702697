"use client";
import { type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import type { GridKeyAction } from "@/components/ui/grid-keys";
import { extendSelection, type Selection, toggleSelection } from "@/components/ui/grid-selection";

export type GridRowsInput = {
  ids: readonly string[];
  selection: Selection;
  onSelectionChange?: (selection: Set<string>) => void;
  /** Enter or double click, by place. */
  onOpenIndex?: (index: number) => void;
  scrollToIndex: (index: number) => void;
};

/** An interactive thing inside a cell keeps its own clicks. */
const interactive = "button, a, input, select, textarea, [role=checkbox], [role=combobox]";

/**
 * The active row and what pointer and keys do to it and to the selection. The handlers never change, or every row would
 * render again with each selection.
 */
export function useGridRows(input: GridRowsInput) {
  const [activeIndex, setActiveIndex] = useState(0);
  const anchorId = useRef<string | null>(null);
  const active = Math.min(activeIndex, input.ids.length - 1);
  const latest = useRef({ ...input, active });
  useEffect(() => {
    latest.current = { ...input, active };
  });

  const check = useCallback((index: number, extend: boolean) => {
    const { ids, selection, onSelectionChange } = latest.current;
    const id = ids[index];
    if (id === undefined) return;
    setActiveIndex(index);
    onSelectionChange?.(
      extend ? extendSelection(selection, ids, anchorId.current, id) : toggleSelection(selection, id),
    );
    if (!extend) anchorId.current = id;
  }, []);

  const onCheck = useCallback((index: number, event: MouseEvent) => check(index, event.shiftKey), [check]);
  const onOpen = useCallback((index: number) => latest.current.onOpenIndex?.(index), []);

  const onPress = useCallback(
    (index: number, event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest(interactive)) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) return check(index, event.shiftKey);
      const id = latest.current.ids[index];
      if (id === undefined) return;
      setActiveIndex(index);
      anchorId.current = id;
      latest.current.onSelectionChange?.(new Set([id]));
    },
    [check],
  );

  const act = useCallback(
    (action: GridKeyAction) => {
      const { ids, selection, onSelectionChange, active: from, scrollToIndex } = latest.current;
      if (action.type === "check") return check(from, action.extend);
      if (action.type === "open") return latest.current.onOpenIndex?.(from);
      if (action.type === "all") return onSelectionChange?.(new Set([...selection, ...ids]));
      if (action.type === "clear") return onSelectionChange?.(new Set());
      if (action.extend) {
        anchorId.current ??= ids[from] ?? null;
        onSelectionChange?.(extendSelection(selection, ids, anchorId.current, ids[action.index] ?? ""));
      }
      setActiveIndex(action.index);
      scrollToIndex(action.index);
    },
    [check],
  );

  return { active, onPress, onCheck, onOpen, act };
}
