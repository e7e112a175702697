import "server-only";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TRACK_STYLE } from "./track-style";

/** A file that browsers keep for good: what it holds is in its name. */
interface Asset {
  readonly path: string;
  readonly text: string;
  readonly type: string;
}

function asset(name: string, extension: string, type: string, text: string): Asset {
  const hash = createHash("sha256").update(text).digest("base64url").slice(0, 10);
  return { path: `/track/assets/${name}-${hash}.${extension}`, text, type };
}

export const STYLE: Asset = asset("page", "css", "text/css; charset=utf-8", TRACK_STYLE);

/** What keeps a page live, as it is written: a module without imports. */
export const ISLAND: Asset = asset(
  "live",
  "js",
  "text/javascript; charset=utf-8",
  readFileSync(fileURLToPath(new URL("./live-island.js", import.meta.url)), "utf8"),
);

export const ASSETS: readonly Asset[] = [STYLE, ISLAND];
