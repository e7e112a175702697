"use client";
import clsx from "clsx";
import { CloudCheck, CloudOff, CloudUpload } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { useWords } from "@/components/lib/words/words-context";
import { useKeptDay, useRunDesk } from "../store/run-context";
import { waitingActs } from "../sync/settle-acts";

/** How much of what was done the desk has: always in sight, pressed to send now. */
export function SyncLine() {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const { route, acts, proofs } = useKeptDay();
  const { isSending, result } = useStore(desk.state, ({ sync }) => sync);
  const isOnline = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
  const count = waitingActs(acts).length;
  const photos = proofs.filter(({ state }) => state === "waiting").length;
  const isAway = !isOnline || result === "away";
  const clock = (ms: number) => t.format.clock(ms, route.run.sheet.timeZone);
  const last = route.lastSentAtMs;
  const parts = [
    isAway ? t("noNetwork") : "",
    count > 0 ? (last ? t("waitingLast", { count, time: clock(last) }) : t("waiting", { count })) : "",
    photos > 0 ? t("photosWaiting", { count: photos }) : "",
  ].filter(Boolean);
  const done = last ? t("allSent", { time: clock(last) }) : t("upToDate");
  const Icon = isAway ? CloudOff : count + photos > 0 ? CloudUpload : CloudCheck;
  return (
    <button
      type="button"
      onClick={desk.sendNow}
      title={t("sendNow")}
      data-waiting={count}
      data-photos-waiting={photos}
      className={clsx(
        "-ml-1 flex min-h-9 min-w-0 items-center gap-1.5 rounded-md px-1 text-left font-medium text-base tabular-nums",
        isAway || count + photos > 0 ? "text-warn" : "text-ink-muted",
      )}
    >
      <Icon className="size-4 shrink-0" aria-hidden="true" />
      <span role="status" className="min-w-0">
        {parts.length > 0 ? parts.join(" · ") : isSending && count > 0 ? t("sending") : done}
      </span>
    </button>
  );
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
