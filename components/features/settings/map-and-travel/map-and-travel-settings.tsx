"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { SettingsSection } from "../settings-section";
import { TryAddress } from "./try-address";
import { TryDrive } from "./try-drive";

type Setup = RouterOutput["mapAndTravel"]["setup"];

/** What maps, addresses and roads come from, how that is changed, and whether it answers. */
export function MapAndTravelSettings() {
  const trpc = useTRPC();
  const setup = useQuery({ ...trpc.mapAndTravel.setup.queryOptions({}), refetchOnWindowFocus: false });
  const mayTry = useMay("settings.write");
  const country = useChosenProject().project?.defaultCountry ?? "";
  if (setup.error) return <SettingsUnreadable error={setup.error} onRetry={() => void setup.refetch()} />;
  if (!setup.data) return <SettingsLoading />;
  return (
    <>
      <BaseMapSection baseMap={setup.data.baseMap} />
      <GeocoderSection geocoders={setup.data.geocoders}>
        {mayTry ? <TryAddress country={country} /> : null}
      </GeocoderSection>
      <TravelSection roads={setup.data.roads}>{mayTry ? <TryDrive country={country} /> : null}</TravelSection>
    </>
  );
}

function BaseMapSection({ baseMap: { kind, name, isReadable } }: { baseMap: Setup["baseMap"] }) {
  const t = useWords("settingsMapAndTravel");
  return (
    <SettingsSection title={t("map.title")} description={t("map.about")}>
      {kind === "none" ? (
        <p>{t("map.none")}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          {t(kind === "file" ? "map.file" : "map.style")}
          <span className="break-all font-medium">{name}</span>
          <Badge tone={isReadable ? "ok" : "warn"}>{t(isReadable ? "map.works" : "map.fails")}</Badge>
        </p>
      )}
      <Change word="map.change" />
    </SettingsSection>
  );
}

function GeocoderSection({ geocoders, children }: { geocoders: Setup["geocoders"]; children: ReactNode }) {
  const t = useWords("settingsMapAndTravel");
  return (
    <SettingsSection title={t("geocoder.title")} description={t("geocoder.about")}>
      <ol className="flex list-inside list-decimal flex-col gap-1">
        {geocoders.map(({ source, host }) => (
          <li key={source}>
            <span className="font-medium">{source === "address-book" ? t("source.addressBook") : source}</span>{" "}
            <span className="break-all text-ink-muted">{host ?? t("here")}</span>
          </li>
        ))}
      </ol>
      <Change word="geocoder.change" />
      {children}
    </SettingsSection>
  );
}

function TravelSection({ roads, children }: { roads: Setup["roads"]; children: ReactNode }) {
  const t = useWords("settingsMapAndTravel");
  return (
    <SettingsSection title={t("travel.title")} description={t("travel.about")}>
      {roads.length === 0 ? <p>{t("travel.estimates")}</p> : null}
      <ol className="flex list-inside list-decimal flex-col gap-1 empty:hidden">
        {roads.map(({ kind, name, host, builtAt, box }) => (
          <li key={name}>
            <span className="font-medium">{kind === "network" ? t("travel.network", { name }) : name}</span>{" "}
            <span className="break-all text-ink-muted">
              {box && builtAt ? t("travel.area", { date: t.format.date(builtAt.slice(0, 10)), ...edges(box) }) : host}
            </span>
          </li>
        ))}
      </ol>
      <Change word="travel.change" />
      {children}
    </SettingsSection>
  );
}

/** How it is changed, with the settings' own names. */
function Change({ word }: { word: "map.change" | "geocoder.change" | "travel.change" }) {
  const t = useWords("settingsMapAndTravel");
  return (
    <p className="text-pretty text-ink-muted">
      {t.rich(word, { code: (name) => <code className="break-all font-mono text-ink text-sm">{name}</code> })}
    </p>
  );
}

/** A box's corners in degrees. */
function edges([west, south, east, north]: readonly [number, number, number, number]) {
  const degrees = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return {
    south: degrees(south, "N", "S"),
    west: degrees(west, "E", "W"),
    north: degrees(north, "N", "S"),
    east: degrees(east, "E", "W"),
  };
}
