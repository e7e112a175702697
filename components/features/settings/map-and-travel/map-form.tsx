"use client";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { INSTALLATION, type Setup } from "./source-draft";
import { SourceActions, UrlField } from "./source-fields";
import { TrialFault } from "./trial-fault";
import { type SourceForm, useSourceForm } from "./use-source-form";

const KINDS = [INSTALLATION, "none", "style", "tiles"] as const;
const TILES = "https://…/{z}/{x}/{y}.png";
type Kind = (typeof KINDS)[number];

/** What lies under the maps, read before it is kept. */
export function MapForm({ chosen }: { chosen: Setup["own"]["map"] }) {
  const t = useWords("settingsMapAndTravel");
  const client = useTRPCClient();
  const refused = useRefusalToast();
  const form = useSourceForm("map", chosen, ({ source, isInsisted, seenAt }) =>
    client.mapAndTravel.saveMap.mutate({ source, isInsisted, seenAt }),
  );
  const { draft, change } = form;
  const { mutate, data, isPending, reset } = useMutation({
    mutationFn: async () => {
      const source = form.wanted();
      return source ? client.mapAndTravel.tryMap.mutate({ source }) : null;
    },
    onError: (error) => refused(t("notTried"), error),
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  const isElsewhere = draft.kind === "style" || draft.kind === "tiles";
  return (
    <form onSubmit={ask} noValidate className="flex flex-col gap-4">
      <Select
        label={t("map.kind")}
        options={KINDS.map((kind) => ({ value: kind, label: t(`map.kind.${kind}`) }))}
        value={draft.kind as Kind}
        onValueChange={(kind) => {
          reset();
          change({ kind });
        }}
      />
      {isElsewhere ? (
        <>
          {draft.kind === "tiles" ? (
            <SegmentedControl
              label={t("map.content")}
              className="self-start"
              options={[
                { value: "raster", label: t("map.raster") },
                { value: "vector", label: t("map.vector") },
              ]}
              value={draft.content}
              onValueChange={(content) => change({ content })}
            />
          ) : null}
          <UrlField
            form={form}
            hint={draft.kind === "style" ? t("map.styleHint") : t("map.tilesHint", { example: TILES })}
          />
          {draft.kind === "tiles" && draft.content === "vector" ? null : <DarkUrlField form={form} />}
          {draft.kind === "tiles" ? <TileFields form={form} /> : null}
          <p className="text-pretty text-ink-muted text-sm">{t("map.publicKey")}</p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Button type="submit" loading={isPending}>
              {t("map.try")}
            </Button>
            <div role="status">
              {data && !isPending ? (
                data.ok ? (
                  <p>
                    {t("map.read", {
                      hosts: t.format.list(data.found.origins.map(hostOf)),
                      milliseconds: data.milliseconds,
                    })}
                  </p>
                ) : (
                  <TrialFault trial={data} />
                )
              ) : null}
            </div>
          </div>
        </>
      ) : null}
      <SourceActions form={form} />
    </form>
  );
}

const hostOf = (origin: string) => new URL(origin).host;

type FieldsProps = { form: Pick<SourceForm, "draft" | "change" | "wrong"> };

function DarkUrlField({ form: { draft, change, wrong } }: FieldsProps) {
  const t = useWords("settingsMapAndTravel");
  return (
    <TextField
      label={t("map.darkUrl")}
      hint={t("map.darkUrlHint")}
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      value={draft.darkUrl}
      onValueChange={(darkUrl) => change({ darkUrl })}
      error={wrong.has("darkUrl") ? t("source.wrong.url") : undefined}
    />
  );
}

function TileFields({ form: { draft, change, wrong } }: FieldsProps) {
  const t = useWords("settingsMapAndTravel");
  return (
    <div className="flex flex-wrap gap-4">
      <TextField
        label={t("map.attribution")}
        hint={t("map.attributionHint")}
        className="min-w-0 flex-1 basis-64"
        maxLength={300}
        value={draft.attribution}
        onValueChange={(attribution) => change({ attribution })}
        error={wrong.has("attribution") ? t("source.wrong.attribution") : undefined}
      />
      <TextField
        label={t("map.maxZoom")}
        className="w-36"
        inputMode="numeric"
        inputClassName="tabular-nums"
        value={draft.maxZoom}
        onValueChange={(maxZoom) => change({ maxZoom })}
        error={wrong.has("maxZoom") ? t("source.wrong.maxZoom") : undefined}
      />
    </div>
  );
}
