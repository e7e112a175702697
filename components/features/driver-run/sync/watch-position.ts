import type { PositionFix } from "../store/kept";

/** Often enough for a van on a map, seldom enough for a battery. */
const LEAST_MILLISECONDS = 5_000;

interface Battery {
  readonly level: number;
}

/** Tells where the device is, at most every few seconds, until stopped. Silent where that is not allowed. */
export function watchPosition(onFix: (fix: PositionFix) => void): () => void {
  if (!("geolocation" in navigator)) return () => {};
  let lastMs = 0;
  let battery: Battery | null = null;
  const withBattery = navigator as Navigator & { getBattery?: () => Promise<Battery> };
  withBattery.getBattery?.().then(
    (found) => {
      battery = found;
    },
    () => {},
  );
  const id = navigator.geolocation.watchPosition(
    ({ coords, timestamp }) => {
      if (timestamp - lastMs < LEAST_MILLISECONDS) return;
      lastMs = timestamp;
      onFix({
        recordedAt: new Date(timestamp).toISOString(),
        lat: coords.latitude,
        lng: coords.longitude,
        accuracyMeters: Math.min(100_000, coords.accuracy),
        ...(coords.speed !== null && coords.speed >= 0 && { speedMps: coords.speed }),
        ...(coords.heading !== null && Number.isFinite(coords.heading) && { headingDegrees: coords.heading % 360 }),
        ...(battery && { batteryPercent: Math.round(battery.level * 100) }),
      });
    },
    () => {},
    { enableHighAccuracy: true, maximumAge: 10_000 },
  );
  return () => navigator.geolocation.clearWatch(id);
}
