"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { SettingsSection } from "../settings-section";
import { GeocoderForm } from "./geocoder-form";
import { MapForm } from "./map-form";
import { type Chosen, hostOf, type Setup } from "./source-draft";
import { SourceState } from "./source-state";
import { TravelForm, type TriedWay } from "./travel-form";

/** What maps, addresses and roads come from: the installation's choice or the organization's own, and whether it answers. */
export function MapAndTravelSettings() {
  const trpc = useTRPC();
  const setup = useQuery({ ...trpc.mapAndTravel.setup.queryOptions({}), refetchOnWindowFocus: false });
  const mayEdit = useMay("settings.write");
  const country = useChosenProject().project?.defaultCountry ?? "";
  if (setup.error) return <SettingsUnreadable error={setup.error} onRetry={() => void setup.refetch()} />;
  if (!setup.data) return <SettingsLoading />;
  const section = { setup: setup.data, mayEdit, country };
  return (
    <>
      <BaseMapSection {...section} />
      <GeocoderSection {...section} />
      <TravelSection {...section} />
    </>
  );
}

type SectionProps = { setup: Setup; mayEdit: boolean; country: string };

/** Made anew whenever something else is kept. */
const keyOf = (chosen: Chosen | null) => chosen?.changedAt ?? "installation";

function BaseMapSection({ setup: { baseMap, own }, mayEdit }: SectionProps) {
  const t = useWords("settingsMapAndTravel");
  return (
    <SettingsSection title={t("map.title")} description={t("map.about")}>
      {own.map ? <OwnMap source={own.map.source} /> : <InstalledMap baseMap={baseMap} />}
      {own.map ? <SourceState key={own.map.changedAt} part="map" chosen={own.map} /> : null}
      {mayEdit ? <MapForm key={keyOf(own.map)} chosen={own.map} /> : null}
    </SettingsSection>
  );
}

function OwnMap({ source }: { source: NonNullable<Setup["own"]["map"]>["source"] }) {
  const t = useWords("settingsMapAndTravel");
  if (source.kind === "none") return <p>{t("map.ownNone")}</p>;
  return (
    <p>
      {t(`map.kind.${source.kind}`)} <span className="wrap-anywhere font-medium">{hostOf(source)}</span>
    </p>
  );
}

function InstalledMap({ baseMap: { kind, name, isReadable } }: { baseMap: Setup["baseMap"] }) {
  const t = useWords("settingsMapAndTravel");
  return (
    <>
      {kind === "none" ? (
        <p>{t("map.none")}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          {t(kind === "file" ? "map.file" : "map.style")}
          <span className="wrap-anywhere font-medium">{name}</span>
          <Badge tone={isReadable ? "ok" : "warn"}>{t(isReadable ? "map.works" : "map.fails")}</Badge>
        </p>
      )}
      <Change word="map.change" />
    </>
  );
}

function GeocoderSection({ setup: { geocoders, own }, mayEdit, country }: SectionProps) {
  const t = useWords("settingsMapAndTravel");
  const [address, setAddress] = useState("");
  return (
    <SettingsSection title={t("geocoder.title")} description={t("geocoder.about")}>
      <ol className="flex list-inside list-decimal flex-col gap-1">
        {own.geocoder ? askedOf(own.geocoder.source).map(toAsked) : geocoders.map(toAsked)}
      </ol>
      {own.geocoder ? (
        <SourceState key={own.geocoder.changedAt} part="geocoder" chosen={own.geocoder} />
      ) : (
        <Change word="geocoder.change" />
      )}
      {mayEdit ? (
        <GeocoderForm
          key={keyOf(own.geocoder)}
          chosen={own.geocoder}
          country={country}
          address={address}
          onAddressChange={setAddress}
        />
      ) : null}
    </SettingsSection>
  );

  function toAsked({ source, host }: Setup["geocoders"][number]) {
    return (
      <li key={source}>
        <span className="font-medium">{source === "address-book" ? t("source.addressBook") : source}</span>{" "}
        <span className="wrap-anywhere text-ink-muted">{host ?? t("here")}</span>
      </li>
    );
  }
}

function askedOf(source: NonNullable<Setup["own"]["geocoder"]>["source"]): Setup["geocoders"] {
  const book = { source: "address-book", host: null };
  if (source.kind === "address-book") return [book];
  return [book, { source: source.kind, host: hostOf(source) }];
}

function TravelSection({ setup: { roads, own }, mayEdit, country }: SectionProps) {
  const t = useWords("settingsMapAndTravel");
  const [way, setWay] = useState<TriedWay>({ from: "", to: "" });
  const inForce = own.travel ? drivenOf(own.travel.source, roads) : roads;
  return (
    <SettingsSection title={t("travel.title")} description={t("travel.about")}>
      {inForce.length === 0 ? <p>{t("travel.estimates")}</p> : null}
      <ol className="flex list-inside list-decimal flex-col gap-1 empty:hidden">
        {inForce.map(({ kind, name, host, builtAt, box, profiles }) => (
          <li key={name}>
            <span className="font-medium">{kind === "network" ? t("travel.network", { name }) : name}</span>{" "}
            <span className="wrap-anywhere text-ink-muted">
              {box && builtAt ? t("travel.area", { date: t.format.date(builtAt.slice(0, 10)), ...edges(box) }) : host}
            </span>
            {profiles ? (
              <span className="block text-pretty pl-5 text-ink-muted text-sm">
                {t("travel.askedFor", { kinds: t.format.list(profiles.map((profile) => t(`profile.${profile}`))) })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {own.travel ? (
        <SourceState key={own.travel.changedAt} part="travel" chosen={own.travel} />
      ) : (
        <Change word="travel.change" />
      )}
      {mayEdit ? (
        <TravelForm key={keyOf(own.travel)} chosen={own.travel} country={country} way={way} onWayChange={setWay} />
      ) : null}
    </SettingsSection>
  );
}

/** What is asked for ways: the chosen server, and roads built on this machine. */
function drivenOf(source: NonNullable<Setup["own"]["travel"]>["source"], roads: Setup["roads"]): Setup["roads"] {
  if (source.kind === "estimate") return [];
  const networks = roads.filter(({ kind }) => kind === "network");
  if (source.kind === "networks") return networks;
  const { kind } = source;
  const profiles = kind === "osrm" ? TRAVEL_PROFILES.filter((profile) => source.profiles[profile] !== undefined) : null;
  return [{ kind, name: kind, host: hostOf(source), builtAt: null, box: null, profiles }, ...networks];
}

/** How the installation's is changed, with the settings' own names. */
function Change({ word }: { word: "map.change" | "geocoder.change" | "travel.change" }) {
  const t = useWords("settingsMapAndTravel");
  return (
    <p className="text-pretty text-ink-muted">
      {t.rich(word, { code: (name) => <code className="wrap-anywhere font-mono text-ink text-sm">{name}</code> })}
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
