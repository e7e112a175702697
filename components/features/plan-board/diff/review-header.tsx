"use client";
import type { ReactNode } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useBoardStore, useBoardStoreApi } from "../board-store";

export interface ReviewHeaderProps {
  readonly title: string;
  /** The figures. */
  readonly children: ReactNode;
  /** Between figures and buttons. */
  readonly actions?: ReactNode;
  readonly canCommit: boolean;
  readonly isBusy: boolean;
  readonly onCommit: () => void;
  readonly onDiscard: () => void;
}

const SIDES = ["before", "after"] as const;

/** The head of whatever waits for a yes or no: what it is, what it comes to, and the two answers with their keys. */
export function ReviewHeader(props: ReviewHeaderProps) {
  const { title, children, actions, canCommit, isBusy, onCommit, onDiscard } = props;
  const t = useWords("boardDiff");
  const store = useBoardStoreApi();
  const side = useBoardStore((state) => state.reviewSide);
  const showSide = (reviewSide: "before" | "after") => store.setState({ reviewSide });
  useHotkeys(
    [
      { keys: "Enter", label: t("commit"), run: onCommit, enabled: canCommit && !isBusy },
      { keys: "Escape", label: t("discard"), run: onDiscard, enabled: !isBusy },
      {
        keys: "p",
        label: t("otherSide"),
        run: () => showSide(store.getState().reviewSide === "after" ? "before" : "after"),
      },
    ],
    { group: t("preview") },
  );
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-5 gap-y-2 border-line border-b px-4 py-2.5">
      <h2 className="font-semibold text-md">{title}</h2>
      {children}
      <span className="ml-auto flex flex-wrap items-center gap-2">
        {actions}
        <SegmentedControl
          label={t("shownOnMap")}
          options={SIDES.map((value) => ({ value, label: t(`side.${value}`) }))}
          value={side}
          onValueChange={showSide}
        />
        <Button onClick={onDiscard} disabled={isBusy}>
          {t("discard")} <KeyboardHint keys="Escape" className="ml-1.5" />
        </Button>
        <Button variant="primary" onClick={onCommit} loading={isBusy} disabled={!canCommit}>
          {t("commit")} <KeyboardHint keys="Enter" className="ml-1.5" />
        </Button>
      </span>
    </header>
  );
}
