"use client";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { TravelSource } from "@/server/domain/own-source/own-source";
import { namedProfiles } from "@/server/domain/travel/profile-names";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { DriveAnswer, MeasuredDrive } from "./drive-answer";
import { ProfileNamesFields } from "./profile-names";
import { hasKeptKey, INSTALLATION, keyOf, type Setup } from "./source-draft";
import { KeyField, SourceActions, UrlField } from "./source-fields";
import { TrialFault } from "./trial-fault";
import { useSourceForm } from "./use-source-form";

const KINDS = [INSTALLATION, "networks", "estimate", "valhalla", "osrm"] as const;
type Kind = (typeof KINDS)[number];

export interface TriedWay {
  readonly from: string;
  readonly to: string;
}

type TravelFormProps = {
  chosen: Setup["own"]["travel"];
  country: string;
  way: TriedWay;
  onWayChange: (way: TriedWay) => void;
};

/** Whose roads are driven, tried with a way before they are kept. */
export function TravelForm({ chosen, country, way, onWayChange }: TravelFormProps) {
  const t = useWords("settingsMapAndTravel");
  const client = useTRPCClient();
  const refused = useRefusalToast();
  const trial = { from: way.from.trim(), to: way.to.trim(), country };
  const isShort = Math.min(trial.from.length, trial.to.length) < 3;
  const form = useSourceForm("travel", chosen, (wish) =>
    client.mapAndTravel.saveTravel.mutate({ ...wish, trial: isShort ? null : trial }),
  );
  const { draft, change, isDirty } = form;
  const isServer = draft.kind === "valhalla" || draft.kind === "osrm";
  const { mutate, data, isPending, reset } = useMutation({
    mutationFn: async () => {
      const source = form.wanted();
      if (source === undefined) return null;
      if (source === null || !isDirty || !isServer) {
        return { drive: await client.mapAndTravel.tryDrive.query({ ...trial, profile: firstOf(source) }) };
      }
      return { trial: await client.mapAndTravel.tryTravel.mutate({ source, key: keyOf(draft), trial }) };
    },
    onError: (error) => refused(t("notTried"), error),
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending && !isShort) mutate();
  };
  const source = form.reading.ok ? form.reading.source : null;
  return (
    <form onSubmit={ask} noValidate className="flex flex-col gap-4">
      <Select
        label={t("travel.kind")}
        options={KINDS.map((kind) => ({ value: kind, label: t(`travel.kind.${kind}`) }))}
        value={draft.kind as Kind}
        onValueChange={(kind) => {
          reset();
          change({ kind });
        }}
      />
      {isServer ? (
        <>
          <UrlField
            form={form}
            hint={draft.kind === "osrm" ? t("travel.osrmHint", { profile: "{profile}" }) : t("travel.valhallaHint")}
          />
          {draft.kind === "osrm" ? <ProfileNamesFields form={form} /> : null}
          <KeyField form={form} hint={t("source.gateHint")} isKept={hasKeptKey(chosen, source)} />
        </>
      ) : null}
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t("drive.from")}
          className="min-w-0 flex-1 basis-48"
          value={way.from}
          onValueChange={(from) => onWayChange({ ...way, from })}
          maxLength={300}
        />
        <TextField
          label={t("drive.to")}
          className="min-w-0 flex-1 basis-48"
          value={way.to}
          onValueChange={(to) => onWayChange({ ...way, to })}
          maxLength={300}
        />
        <Button type="submit" loading={isPending} disabled={isShort}>
          {t("drive.try")}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {data && !isPending ? <TravelAnswer answer={data} engine={draft.kind} /> : null}
      </div>
      {isDirty && isServer && isShort ? <p className="text-ink-muted">{t("travel.needsWay")}</p> : null}
      <SourceActions form={form} disabled={isServer && isShort} />
    </form>
  );
}

type Answer = {
  readonly drive?: RouterOutput["mapAndTravel"]["tryDrive"];
  readonly trial?: RouterOutput["mapAndTravel"]["tryTravel"];
};

function TravelAnswer({ answer: { drive, trial }, engine }: { answer: Answer; engine: string }) {
  if (drive) return <DriveAnswer answer={drive} />;
  if (!trial) return null;
  if (!trial.ok) return <TrialFault trial={trial} />;
  return <TriedDrives drives={trial.found} engine={engine} milliseconds={trial.milliseconds} />;
}

/** A chosen server is tried with a van, where it knows one, else with the first kind of vehicle it knows. */
function firstOf(source: TravelSource | null): TravelProfile | undefined {
  if (source?.kind !== "osrm" || source.profiles.van !== undefined) return undefined;
  return namedProfiles(source.profiles)[0]?.profiles[0];
}

type TriedDrivesProps = {
  drives: Extract<RouterOutput["mapAndTravel"]["tryTravel"], { ok: true }>["found"];
  engine: string;
  milliseconds: number;
};

/** The way as each kind of vehicle drives it. */
function TriedDrives({ drives, engine, milliseconds }: TriedDrivesProps) {
  const t = useWords("settingsMapAndTravel");
  const [first] = drives;
  const isAlike = drives.length > 1 && drives.every((drive) => drive.durationSeconds === first!.durationSeconds);
  return (
    <div className="flex flex-col gap-2">
      {drives.map(({ name, profiles, ...drive }) => (
        <div key={name}>
          {name === null ? null : (
            <p className="text-ink-muted">
              {t("travel.named", { kinds: t.format.list(profiles.map((profile) => t(`profile.${profile}`))), name })}
            </p>
          )}
          <MeasuredDrive drive={{ ...drive, engine, milliseconds }} />
        </div>
      ))}
      {isAlike ? <p className="text-pretty text-warn">{t("travel.alike", { profile: "{profile}" })}</p> : null}
    </div>
  );
}
