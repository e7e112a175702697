"use client";
import { History, Pause, Play, X } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useBoard } from "../board-context";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useWholeDay } from "../live/live-day-context";
import { useBoardMode } from "../modes/board-mode";
import { playedOn, REPLAY_SPEEDS, type ReplaySpan, type ReplaySpeed, replaySpan } from "./replay-clock";

const TICK_MILLISECONDS = 400;
const MINUTE = 60;
const LEAP_MINUTES = 30;

/** The review's way through the day: play it, or go to any of its moments; list, timeline and map show that moment. */
export function ReplayBar() {
  const t = useWords("boardLive");
  const { mode } = useBoardMode();
  const { board } = useBoard();
  const whole = useWholeDay();
  const store = useBoardStoreApi();
  const seconds = useBoardStore((state) => state.replaySeconds);
  const span = useMemo(() => (whole ? replaySpan(board.routes, whole) : null), [board.routes, whole]);
  const isHere = mode === "review" && span !== null;
  useEffect(() => {
    if (!isHere) store.setState({ replaySeconds: null });
  }, [isHere, store]);
  if (!isHere) return null;
  return (
    <section
      aria-label={t("replay")}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-line border-b bg-surface px-3 py-1"
    >
      {seconds === null ? (
        <Button size="sm" icon={<History />} onClick={() => store.setState({ replaySeconds: span.fromSeconds })}>
          {t("replayStart")}
        </Button>
      ) : (
        <Controls seconds={seconds} span={span} onGo={(replaySeconds) => store.setState({ replaySeconds })} />
      )}
    </section>
  );
}

interface ControlsProps {
  readonly seconds: number;
  readonly span: ReplaySpan;
  readonly onGo: (seconds: number | null) => void;
}

function Controls({ seconds, span, onGo }: ControlsProps) {
  const t = useWords("boardLive");
  const [speed, setSpeed] = useState<ReplaySpeed>(20);
  const [isPlaying, setPlaying] = useState(false);
  const isAtEnd = seconds >= span.toSeconds;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = window.setTimeout(() => {
      const next = playedOn(seconds, TICK_MILLISECONDS, speed, span);
      onGo(next);
      if (next >= span.toSeconds) setPlaying(false);
    }, TICK_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [isPlaying, seconds, speed, span, onGo]);
  const toggle = () => {
    if (!isPlaying && isAtEnd) onGo(span.fromSeconds);
    setPlaying(!isPlaying);
  };
  const time = t.format.time(seconds);
  return (
    <>
      <IconButton
        label={t(isPlaying ? "replayPause" : "replayPlay")}
        icon={isPlaying ? <Pause /> : <Play />}
        onClick={toggle}
      />
      <output className="w-14 text-right font-semibold tabular-nums">{time}</output>
      <input
        type="range"
        aria-label={t("replayTime")}
        aria-valuetext={t("replayAt", { time })}
        min={span.fromSeconds}
        max={span.toSeconds}
        step={MINUTE}
        value={seconds}
        onChange={(event) => onGo(Number(event.target.value))}
        onKeyDown={(event) => {
          const leap = { PageUp: LEAP_MINUTES, PageDown: -LEAP_MINUTES }[event.key];
          if (event.key === " ") toggle();
          else if (leap) onGo(Math.max(span.fromSeconds, Math.min(span.toSeconds, seconds + leap * MINUTE)));
          else return;
          event.preventDefault();
        }}
        className="h-6 min-w-40 flex-1 accent-accent"
      />
      <SegmentedControl
        label={t("replaySpeed")}
        size="sm"
        value={String(speed)}
        onValueChange={(next) => setSpeed(Number(next) as ReplaySpeed)}
        options={REPLAY_SPEEDS.map((each) => ({ value: String(each), label: t("replayTimes", { speed: each }) }))}
      />
      <IconButton label={t("replayEnd")} icon={<X />} onClick={() => onGo(null)} />
    </>
  );
}
