"use client";
import { type FormEvent, useState } from "react";
import { useDayClock, useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { togglePanel } from "../panel-layout";
import { selectArea } from "../select-stops";
import { brushBetween, parseTimes, stopsDuring } from "./time-brush";

/** The keyboard's way along the timeline: a moment is brought into view, of a span the stops are selected too. */
export function GoToTimeDialog() {
  const t = useWords("boardTimeline");
  const common = useWords("common");
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const [text, setText] = useState("");
  const clock = useDayClock();
  const times = parseTimes(text, clock);
  const close = () => store.setState({ dialog: null });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!times) return;
    const { fromSeconds, toSeconds } = times;
    const timeBrush = toSeconds === null ? null : brushBetween(fromSeconds, toSeconds);
    if (timeBrush) selectArea(store, stopsDuring(board.routes, timeBrush), false);
    store.setState(({ panels }) => ({
      dialog: null,
      timeBrush,
      timeWish: { seconds: fromSeconds },
      panels: togglePanel(panels, "timeline", true),
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      size="sm"
      title={t("goTo")}
      description={t("goToHint")}
      footer={
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button variant="primary" type="submit" form="go-to-time" disabled={times === null}>
            {t("go")}
          </Button>
        </>
      }
    >
      <form id="go-to-time" onSubmit={submit}>
        <TextField
          label={t("time")}
          value={text}
          onValueChange={setText}
          placeholder="10:30"
          autoComplete="off"
          autoFocus
          error={text.trim() !== "" && times === null ? t("timeFault") : undefined}
        />
      </form>
    </Dialog>
  );
}
