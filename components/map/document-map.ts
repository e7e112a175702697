"use client";
import { useEffect } from "react";
import type { BasemapSources } from "./load-basemap";

/** Of an organization's own map: whose servers only its pages may reach. */
const OWN = "/basemap/own/";

let ofDocument: string | undefined;

/** Remembers the map the page was loaded for: its security policy names that map's servers, as long as it stays open. */
export function DocumentMap({ mapStyleUrl = "" }: Pick<BasemapSources, "mapStyleUrl">): null {
  useEffect(() => {
    ofDocument ??= mapStyleUrl;
  }, [mapStyleUrl]);
  return null;
}

/** Loads the page anew where its map was changed while it was open: the new one's servers are out of its reach. */
export function useDocumentMap({ mapStyleUrl = "" }: Pick<BasemapSources, "mapStyleUrl">): void {
  useEffect(() => {
    if (ofDocument === undefined || ofDocument === mapStyleUrl) return;
    if (ofDocument.startsWith(OWN) || mapStyleUrl.startsWith(OWN)) location.reload();
  }, [mapStyleUrl]);
}
