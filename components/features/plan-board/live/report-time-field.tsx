import { useState } from "react";
import { formatTimeOfDay } from "@/components/lib/format";
import { useDayClock, useWords } from "@/components/lib/words/words-context";
import { TextField } from "@/components/ui/text-field";
import { parseClock } from "../choose-drivers/parse-clock";

/** A time of the day on the board, typed as the wall's clock shows it. */
export function ReportTimeField({
  seconds,
  onSecondsChange,
}: {
  seconds: number;
  onSecondsChange: (seconds: number) => void;
}) {
  const t = useWords("boardLive");
  const clock = useDayClock();
  const [draft, setDraft] = useState<string | null>(null);
  const isWrong = draft !== null && parseClock(draft) === null;
  return (
    <TextField
      label={t("endedAt")}
      value={draft ?? formatTimeOfDay(clock.wall(seconds))}
      error={isWrong ? t("notATime") : undefined}
      inputMode="numeric"
      autoComplete="off"
      inputClassName="tabular-nums"
      onValueChange={(text) => {
        setDraft(text);
        const wall = parseClock(text);
        if (wall !== null) onSecondsChange(clock.elapsed(wall));
      }}
      onBlur={() => !isWrong && setDraft(null)}
    />
  );
}
