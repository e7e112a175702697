"use client";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";
import { DoorAnswer } from "./door-answer";

/** A way between two addresses, or which of them is not found. */
export function DriveAnswer({ answer: { doors, drive } }: { answer: RouterOutput["mapAndTravel"]["tryDrive"] }) {
  const t = useWords("settingsMapAndTravel");
  if (drive) return <MeasuredDrive drive={drive} />;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{t("drive.unknown")}</p>
      {doors.map((door, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first is where it begins, the second where it ends
        <DoorAnswer key={index} door={door} />
      ))}
    </div>
  );
}

type Drive = {
  readonly distanceMeters: number;
  readonly durationSeconds: number;
  /** Null: estimated. */
  readonly engine: string | null;
  readonly milliseconds: number;
};

export function MeasuredDrive({ drive }: { drive: Drive }) {
  const t = useWords("settingsMapAndTravel");
  const { distanceMeters, durationSeconds, engine, milliseconds } = drive;
  const minutes = Math.round(durationSeconds / 60);
  return (
    <p>
      <span className="block font-medium">
        {`${t.format.distance(distanceMeters)} · ${t.format.number(minutes, { style: "unit", unit: "minute" })}`}
      </span>
      <span className="block text-ink-muted">
        {engine ? t("drive.roads", { engine, milliseconds }) : t("drive.estimate", { milliseconds })}
      </span>
    </p>
  );
}
