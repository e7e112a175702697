"use client";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { DoorAnswer } from "./door-answer";
import { hasKeptKey, INSTALLATION, keyOf, type Setup } from "./source-draft";
import { KeyField, SourceActions, UrlField } from "./source-fields";
import { TrialFault } from "./trial-fault";
import { useSourceForm } from "./use-source-form";

const KINDS = [INSTALLATION, "address-book", "nominatim", "photon", "pelias", "google"] as const;
type Kind = (typeof KINDS)[number];
const HAS_URL: ReadonlySet<string> = new Set(["nominatim", "photon", "pelias"]);

type GeocoderFormProps = {
  chosen: Setup["own"]["geocoder"];
  country: string;
  address: string;
  onAddressChange: (address: string) => void;
};

/** Who is asked for addresses, tried with one before it is kept. */
export function GeocoderForm({ chosen, country, address, onAddressChange }: GeocoderFormProps) {
  const t = useWords("settingsMapAndTravel");
  const client = useTRPCClient();
  const refused = useRefusalToast();
  const trial = { address: address.trim(), country };
  const isShort = trial.address.length < 3;
  const form = useSourceForm("geocoder", chosen, (wish) =>
    client.mapAndTravel.saveGeocoder.mutate({ ...wish, trial: isShort ? null : trial }),
  );
  const { draft, change, isDirty } = form;
  const { mutate, data, isPending, reset } = useMutation({
    mutationFn: async () => {
      const source = form.wanted();
      if (source === undefined) return null;
      if (source === null || !isDirty || source.kind === "address-book") {
        return { door: await client.mapAndTravel.tryAddress.query(trial) };
      }
      return { trial: await client.mapAndTravel.tryGeocoder.mutate({ source, key: keyOf(draft), trial }) };
    },
    onError: (error) => refused(t("notTried"), error),
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending && !isShort) mutate();
  };
  const source = form.reading.ok ? form.reading.source : null;
  const isOnline = draft.kind === "google" || HAS_URL.has(draft.kind);
  return (
    <form onSubmit={ask} noValidate className="flex flex-col gap-4">
      <Select
        label={t("geocoder.kind")}
        options={KINDS.map((kind) => ({ value: kind, label: t(`geocoder.kind.${kind}`) }))}
        value={draft.kind as Kind}
        onValueChange={(kind) => {
          reset();
          change({ kind });
        }}
      />
      {HAS_URL.has(draft.kind) ? <UrlField form={form} hint={t("geocoder.urlHint")} /> : null}
      {isOnline ? (
        <KeyField
          form={form}
          hint={t(
            draft.kind === "google"
              ? "geocoder.googleKeyHint"
              : draft.kind === "pelias"
                ? "geocoder.keyHint"
                : "source.gateHint",
          )}
          isKept={hasKeptKey(chosen, source)}
        />
      ) : null}
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t("address.label")}
          className="min-w-0 flex-1 basis-64"
          value={address}
          onValueChange={onAddressChange}
          maxLength={300}
        />
        <Button type="submit" loading={isPending} disabled={isShort}>
          {t("address.try")}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {data && !isPending ? <GeocoderAnswer answer={data} kind={draft.kind} /> : null}
      </div>
      {isDirty && isOnline && isShort ? <p className="text-ink-muted">{t("geocoder.needsAddress")}</p> : null}
      <SourceActions form={form} disabled={isOnline && isShort} />
    </form>
  );
}

type Answer =
  | { readonly door: Parameters<typeof DoorAnswer>[0]["door"]; readonly trial?: undefined }
  | { readonly door?: undefined; readonly trial: Trial };
type Trial = Awaited<ReturnType<ReturnType<typeof useTRPCClient>["mapAndTravel"]["tryGeocoder"]["mutate"]>>;

function GeocoderAnswer({ answer: { door, trial }, kind }: { answer: Answer; kind: string }) {
  const t = useWords("settingsMapAndTravel");
  if (door) return <DoorAnswer door={door} />;
  if (!trial.ok) return <TrialFault trial={trial} />;
  const { label, confidence } = trial.found;
  const { milliseconds } = trial;
  return (
    <p>
      <span className="block font-medium">{label}</span>
      <span className="block text-ink-muted">
        {t("address.by", { confidence: t(`confidence.${confidence}`), source: kind, milliseconds })}
      </span>
    </p>
  );
}
