import type { CoreProblem } from "./core-problem";

/** Number of slots a bucketed selection sorts candidates into; finer ones only matter for ties. */
const BUCKETS = 1024;
/** Visits whose lists are made together: neighbours in the matrix, so that its columns are read by the cache line. */
const BLOCK = 16;

/** What waiting counts in `likelyNeighbours`, as a share of driving for as long: it costs little, and a ruin may end it. */
const WAITING_SHARE = 0.02;

/** Scores every other visit for those from `first` up to `end`, in rows of `visitCount`; lower is better. */
type FillScores = (first: number, end: number, scores: Float64Array) => void;

/** For every visit the others that matter to it, best first; lists are made when first asked for. */
export class NeighbourLists {
  readonly width: number;
  /** `width` entries per visit, padded with −1; valid from `rowOf` on. */
  readonly visits: Int32Array;
  private readonly isMade: Uint8Array;
  private readonly scores: Float64Array;
  private readonly histogram = new Int32Array(BUCKETS);

  constructor(
    private readonly count: number,
    wanted: number,
    private readonly fillScores: FillScores,
  ) {
    this.width = Math.max(0, Math.min(wanted, count - 1));
    this.visits = new Int32Array(count * this.width).fill(-1);
    this.isMade = new Uint8Array(Math.ceil(count / BLOCK));
    this.scores = new Float64Array(count * BLOCK);
  }

  /** Where in `visits` the list of a visit begins. */
  rowOf(visit: number): number {
    const block = (visit / BLOCK) | 0;
    if (this.isMade[block] === 0) this.make(block);
    return visit * this.width;
  }

  /** The `width` lowest scores of each row, ascending: a bucket count finds the cut, then only what is below is sorted. */
  private make(block: number): void {
    this.isMade[block] = 1;
    const { count, width } = this;
    const first = block * BLOCK;
    const end = Math.min(first + BLOCK, count);
    this.fillScores(first, end, this.scores);
    const kept: number[] = [];
    for (let visit = first; visit < end; visit++) {
      const scores = this.scores.subarray((visit - first) * count, (visit - first + 1) * count);
      scores[visit] = Number.POSITIVE_INFINITY;
      const cut = cutBelow(scores, width, this.histogram);
      kept.length = 0;
      for (let other = 0; other < count; other++) if (scores[other] <= cut) kept.push(other);
      kept.sort((a, b) => scores[a] - scores[b] || a - b);
      for (let i = 0; i < Math.min(width, kept.length); i++) this.visits[visit * width + i] = kept[i];
    }
  }
}

/** Nearest visits by the sum of both directions, for ruin: what lies together is torn out together. */
export function nearestVisits(problem: CoreProblem, width: number): NeighbourLists {
  const { location, visitCount } = problem;
  const { distanceMeters, size } = problem.input.profiles[0];
  return new NeighbourLists(visitCount, width, (first, end, scores) => {
    for (let to = 0; to < visitCount; to++) {
      const there = location[to];
      for (let from = first; from < end; from++) {
        const here = location[from];
        scores[(from - first) * visitCount + to] =
          distanceMeters[here * size + there] + distanceMeters[there * size + here];
      }
    }
  });
}

/**
 * Visits that could best stand next to each visit, before or behind it: near in distance and with little waiting in
 * between; those whose windows forbid both orders are left out.
 */
export function likelyNeighbours(problem: CoreProblem, width: number): NeighbourLists {
  const { location, open, lastClose, service, visitCount } = problem;
  const { distanceMeters, durationSeconds, size } = problem.input.profiles[0];
  const metersPerSecond = meanSpeed(problem) * WAITING_SHARE;
  const proximity = (from: number, to: number) => {
    const leg = location[from] * size + location[to];
    const travel = service[from] + durationSeconds[leg];
    if (open[from] + travel > lastClose[to]) return Number.POSITIVE_INFINITY;
    const waiting = open[to] - travel - lastClose[from];
    return distanceMeters[leg] + (waiting > 0 ? waiting * metersPerSecond : 0);
  };
  return new NeighbourLists(visitCount, width, (first, end, scores) => {
    for (let other = 0; other < visitCount; other++) {
      for (let visit = first; visit < end; visit++) {
        scores[(visit - first) * visitCount + other] = Math.min(proximity(other, visit), proximity(visit, other));
      }
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
