import type { ProblemInput, TravelProfile } from "./problem-input";

/**
 * Check-in is charged on arriving from elsewhere, which is what travel is: it is added to the way there, so that the
 * search knows nothing of it. A location with visits of several check-ins stands several times in the matrices then, each
 * with its own; starts, ends and reloads have none. What is driven is kept apart, per profile.
 */
export function foldCheckIn(input: ProblemInput): {
  readonly input: ProblemInput;
  readonly driveSeconds: readonly Int32Array[];
} {
  const { profiles } = input;
  if (profiles.length === 0 || input.checkInSeconds.every((seconds) => seconds === 0)) {
    return { input, driveSeconds: profiles.map((profile) => profile.durationSeconds) };
  }
  const size = Math.min(...profiles.map((profile) => profile.size));
  const { place, checkIn, visitLocation } = sitesOf(input, size);
  const moved = profiles.map((profile) => (place.length > size ? repeatPlaces(profile, place) : profile));
  return {
    input: { ...input, visitLocation, profiles: moved.map((profile) => addCheckIn(profile, place, checkIn)) },
    driveSeconds: moved.map((profile) => profile.durationSeconds),
  };
}

/** The locations, each with a check-in, and behind them those needed again with another one; where each visit is. */
function sitesOf(input: ProblemInput, size: number) {
  const place = Array.from({ length: size }, (_, location) => location);
  const checkIn: (number | undefined)[] = place.map(() => undefined);
  for (const location of [...input.startLocation, ...input.endLocation, ...input.reloadLocation]) {
    if (location >= 0) checkIn[location] = 0;
  }
  const siteOf = new Map<string, number>();
  const visitLocation = input.visitLocation.map((location, visit) => {
    const seconds = input.checkInSeconds[visit];
    checkIn[location] ??= seconds;
    if (checkIn[location] === seconds) return location;
    const key = `${location} ${seconds}`;
    const known = siteOf.get(key);
    if (known !== undefined) return known;
    siteOf.set(key, place.length);
    checkIn.push(seconds);
    return place.push(location) - 1;
  });
  return { place, checkIn: checkIn.map((seconds) => seconds ?? 0), visitLocation };
}

function repeatPlaces(
  { durationSeconds, distanceMeters, size }: TravelProfile,
  place: readonly number[],
): TravelProfile {
  const leg = (cell: number) => place[Math.floor(cell / place.length)] * size + place[cell % place.length];
  const cells = place.length * place.length;
  return {
    size: place.length,
    durationSeconds: new Int32Array(cells).map((_, cell) => durationSeconds[leg(cell)]),
    distanceMeters: new Int32Array(cells).map((_, cell) => distanceMeters[leg(cell)]),
  };
}

function addCheckIn(profile: TravelProfile, place: readonly number[], checkIn: readonly number[]): TravelProfile {
  const { size } = profile;
  const durationSeconds = profile.durationSeconds.slice();
  for (let from = 0; from < place.length; from++) {
    for (let to = 0; to < place.length; to++) {
      if (place[from] !== place[to]) durationSeconds[from * size + to] += checkIn[to];
    }
  }
  return { ...profile, durationSeconds };
}
