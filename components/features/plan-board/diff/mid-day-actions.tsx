"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useBoardStoreApi } from "../board-store";
import type { OpenPreview } from "./edit-request";
import type { ShownChange } from "./show-change";

const MOST_CHARACTERS = 500;

/** What can still be said to a change under review: why orders are cancelled; that locked stops are dealt out too. */
export function MidDayActions({ open, shown }: { open: OpenPreview; shown: ShownChange | null }) {
  const t = useWords("boardDiff");
  const store = useBoardStoreApi();
  const { request } = open;
  if (request.kind === "cancel") {
    return (
      <TextField
        label={t("reason")}
        hideLabel
        placeholder={t("reason")}
        maxLength={MOST_CHARACTERS}
        value={open.reason ?? ""}
        onChange={(event) => store.setState({ preview: { ...open, reason: event.currentTarget.value } })}
        className="w-56"
      />
    );
  }
  const isHolding = shown?.split?.kept.some(({ refusal }) => refusal.reason === "stop-locked");
  if (request.kind !== "split" || request.overrideLocks || !isHolding) return null;
  return (
    <Button
      variant="ghost"
      onClick={() => store.setState({ preview: { ...open, request: { ...request, overrideLocks: true } } })}
    >
      {t("alsoLocked", { count: shown?.split?.kept.length ?? 0 })}
    </Button>
  );
}
