"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { DoorAnswer } from "./door-answer";

/** Asks for the way between two addresses, one question at a time. */
export function TryDrive({ country }: { country: string }) {
  const t = useWords("settingsMapAndTravel");
  const client = useTRPCClient();
  const refused = useRefusalToast();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const { mutate, data, isPending } = useMutation({
    mutationFn: () => client.mapAndTravel.tryDrive.query({ from, to, country }),
    onError: (error) => refused(t("notTried"), error),
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  const isShort = Math.min(from.trim().length, to.trim().length) < 3;
  return (
    <form onSubmit={ask} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t("drive.from")}
          className="min-w-0 flex-1 basis-48"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
          maxLength={300}
        />
        <TextField
          label={t("drive.to")}
          className="min-w-0 flex-1 basis-48"
          value={to}
          onChange={({ target }) => setTo(target.value)}
          maxLength={300}
        />
        <Button type="submit" loading={isPending} disabled={isShort}>
          {t("drive.try")}
        </Button>
      </div>
      <div role="status">{data && !isPending ? <DriveAnswer answer={data} /> : null}</div>
    </form>
  );
}

function DriveAnswer({ answer: { doors, drive } }: { answer: RouterOutput["mapAndTravel"]["tryDrive"] }) {
  const t = useWords("settingsMapAndTravel");
  if (!drive) {
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
  const { distanceMeters, durationSeconds, engine, milliseconds } = drive;
  return (
    <p>
      <span className="block font-medium">
        {`${t.format.distance(distanceMeters)} · ${t.format.number(Math.round(durationSeconds / 60), { style: "unit", unit: "minute" })}`}
      </span>
      <span className="block text-ink-muted">
        {engine ? t("drive.roads", { engine, milliseconds }) : t("drive.estimate", { milliseconds })}
      </span>
    </p>
  );
}
