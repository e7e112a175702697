"use client";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { BOARD_MODES, useBoardMode } from "../modes/board-mode";

/** What the day is looked at for; the same board in all three. */
export function ModeSwitch() {
  const t = useWords("boardTop");
  const { mode, setMode } = useBoardMode();
  return (
    <SegmentedControl
      label={t("mode")}
      value={mode}
      onValueChange={setMode}
      options={BOARD_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
    />
  );
}
