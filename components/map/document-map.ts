"use client";
import { useEffect } from "react";
import type { BasemapSources } from "./load-basemap";

/** Of an organization's own map: whose servers only its pages may reach. */
const OWN = "/basemap/own/";
const TRIED = "dray.map-servers";

interface DocumentMapProps extends Pick<BasemapSources, "mapStyleUrl"> {
  /** Servers that its security policy names. */
  readonly reach: readonly string[];
}

let ofDocument: Required<DocumentMapProps> | undefined;

/** Remembers the map the page was loaded for: its security policy names that map's servers, as long as it stays open. */
export function DocumentMap({ mapStyleUrl = "", reach }: DocumentMapProps): null {
  useEffect(() => {
    ofDocument ??= { mapStyleUrl, reach };
  }, [mapStyleUrl, reach]);
  return null;
}

/** Loads the page anew where its map was changed while it was open: the new one's servers are out of its reach. */
export function useDocumentMap({ mapStyleUrl = "" }: Pick<BasemapSources, "mapStyleUrl">): void {
  useEffect(() => {
    const before = ofDocument?.mapStyleUrl;
    if (before === undefined || before === mapStyleUrl) return;
    if (before.startsWith(OWN) || mapStyleUrl.startsWith(OWN)) location.reload();
  }, [mapStyleUrl]);
}

/** Loads the page anew where its map is of servers that were not known when the page was sent: its style was slow. */
export function reachServers(servers: readonly string[]): void {
  if (ofDocument && mustReload(servers, ofDocument.reach, sessionStorage)) location.reload();
}

/** True once: where that did not help, it will not help again. */
export function mustReload(
  servers: readonly string[],
  reach: readonly string[],
  memory: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): boolean {
  const lacking = servers.filter((server) => !reach.includes(server)).join(" ");
  const isTried = memory.getItem(TRIED) === lacking;
  if (lacking === "") memory.removeItem(TRIED);
  else memory.setItem(TRIED, lacking);
  return lacking !== "" && !isTried;
}
