import type { CoreProblem } from "./core-problem";

/** For every visit the others that matter to it, best first, as rows of one flat array. */
export interface NeighbourLists {
  readonly width: number;
  /** `width` entries per visit, padded with −1. */
  readonly visits: Int32Array;
}

/** Number of slots a bucketed selection sorts candidates into; finer ones only matter for ties. */
const BUCKETS = 1024;

/** Nearest visits by the sum of both directions, for ruin: what lies together is torn out together. */
export function nearestVisits(problem: CoreProblem, width: number): NeighbourLists {
  const { location } = problem;
  const { distanceMeters, size } = problem.input.profiles[0];
  return select(problem.visitCount, width, (from, scores) => {
    const row = location[from] * size;
    for (let to = 0; to < problem.visitCount; to++) {
      scores[to] = distanceMeters[row + location[to]] + distanceMeters[location[to] * size + location[from]];
    }
  });
}

/**
 * Visits that could best stand next to each visit, before or behind it: near in distance and with little waiting in
 * between; those whose windows forbid both orders are left out.
 */
export function likelyNeighbours(problem: CoreProblem, width: number): NeighbourLists {
  const { location, open, lastClose, service } = problem;
  const { distanceMeters, durationSeconds, size } = problem.input.profiles[0];
  const metersPerSecond = meanSpeed(problem);
  const proximity = (from: number, to: number) => {
    const leg = location[from] * size + location[to];
    const travel = service[from] + durationSeconds[leg];
    if (open[from] + travel > lastClose[to]) return Number.POSITIVE_INFINITY;
    const waiting = open[to] - travel - lastClose[from];
    return distanceMeters[leg] + (waiting > 0 ? waiting * metersPerSecond : 0);
  };
  return select(problem.visitCount, width, (visit, scores) => {
    for (let other = 0; other < problem.visitCount; other++) {
      scores[other] = Math.min(proximity(other, visit), proximity(visit, other));
    }
  });
}

function meanSpeed(problem: CoreProblem): number {
  const { distanceMeters, durationSeconds } = problem.input.profiles[0];
  const step = Math.max(1, Math.floor(distanceMeters.length / 10_000));
  let meters = 0;
  let seconds = 0;
  for (let leg = 0; leg < distanceMeters.length; leg += step) {
    meters += distanceMeters[leg];
    seconds += durationSeconds[leg];
  }
  return seconds > 0 ? meters / seconds : 1;
}

/** The `width` lowest scores of each row, ascending: a bucket count finds the cut, then only what is below is sorted. */
function select(
  count: number,
  wanted: number,
  fillScores: (visit: number, scores: Float64Array) => void,
): NeighbourLists {
  const width = Math.max(0, Math.min(wanted, count - 1));
  const visits = new Int32Array(count * width).fill(-1);
  const scores = new Float64Array(count);
  const histogram = new Int32Array(BUCKETS);
  const kept: number[] = [];
  for (let visit = 0; visit < count; visit++) {
    fillScores(visit, scores);
    scores[visit] = Number.POSITIVE_INFINITY;
    const cut = cutBelow(scores, width, histogram);
    kept.length = 0;
    for (let other = 0; other < count; other++) if (scores[other] <= cut) kept.push(other);
    kept.sort((a, b) => scores[a] - scores[b] || a - b);
    for (let i = 0; i < Math.min(width, kept.length); i++) visits[visit * width + i] = kept[i];
  }
  return { width, visits };
}

/** A finite score that at least `width` scores do not exceed, close to the lowest such. */
function cutBelow(scores: Float64Array, width: number, histogram: Int32Array): number {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i];
    if (score < lowest) lowest = score;
    if (score > highest && score < Number.POSITIVE_INFINITY) highest = score;
  }
  if (!(highest > lowest)) return highest;
  const scale = (BUCKETS - 1) / (highest - lowest);
  histogram.fill(0);
  for (let i = 0; i < scores.length; i++) {
    if (scores[i] <= highest) histogram[((scores[i] - lowest) * scale) | 0]++;
  }
  let seen = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    seen += histogram[bucket];
    if (seen >= width) return lowest + (bucket + 1) / scale;
  }
  return highest;
}
