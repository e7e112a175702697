"use client";
import { useWords } from "@/components/lib/words/words-context";
import type { LatLng } from "@/server/domain/geo";
import { FAR_METERS } from "@/server/domain/proof/evidence-flags";

const SIZE = 96;
const CENTER = SIZE / 2;
const REACH = CENTER - 8;
const METERS_PER_DEGREE = 111_195;

export type DistanceDrawingProps = {
  address: LatLng;
  position: LatLng;
  accuracyMeters: number;
  distanceMeters: number;
};

/** The address in the middle of the circle within which nothing is said, and where the driver was, to scale, north up. */
export function DistanceDrawing({ address, position, accuracyMeters, distanceMeters }: DistanceDrawingProps) {
  const t = useWords("proofReview");
  const metersShown = Math.max(FAR_METERS * 1.2, distanceMeters + accuracyMeters);
  const scale = REACH / metersShown;
  const east = (position.lng - address.lng) * METERS_PER_DEGREE * Math.cos((address.lat * Math.PI) / 180);
  const north = (position.lat - address.lat) * METERS_PER_DEGREE;
  const [x, y] = [CENTER + east * scale, CENTER - north * scale];
  return (
    <svg
      role="img"
      aria-label={t("drawing", { distance: t.format.distance(distanceMeters) })}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      className="size-24 shrink-0 rounded-md border border-line bg-canvas"
    >
      <circle cx={CENTER} cy={CENTER} r={FAR_METERS * scale} className="fill-ok-soft stroke-ok" strokeDasharray="3 2" />
      <line x1={CENTER} y1={CENTER} x2={x} y2={y} className="stroke-ink-muted" />
      <circle cx={x} cy={y} r={Math.max(5, accuracyMeters * scale)} className="fill-accent opacity-20" />
      <circle cx={x} cy={y} r={3.5} className="fill-accent" />
      <rect x={CENTER - 3.5} y={CENTER - 3.5} width={7} height={7} className="fill-ink" />
    </svg>
  );
}
