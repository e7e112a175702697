import type { LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelOptions } from "@/server/ports/travel";
import { type RoadBlock, type RoadEngine, RoadRefusal, RoadsOverasked, RoadsUnavailable } from "./road-engine";

/** No way, or not measured. */
export const UNKNOWN = -1;

/** After so many refusals whatever else is refused stays unknown: to find each cause would take hours. */
const MOST_REFUSALS = 400;

/** Rows and columns of the matrix, as indices of positions. */
export interface PairArea {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export interface PairsToMeasure {
  readonly positions: readonly LatLng[];
  readonly profile: TravelProfile;
  readonly areas: readonly PairArea[];
  /** Row-major over all positions; measured pairs are written into it. */
  readonly known: RoadBlock;
}

export interface MeasuredPairs {
  /** False when it ended before every pair was asked for. */
  readonly isWhole: boolean;
  /** Why the roads were lost on the way. */
  readonly roadsFailure?: string;
}

/**
 * Measures the ways of every area in blocks as large as one call allows, several calls at once where the roads can; a
 * block that is refused is halved until what caused it stands alone and stays unknown. Roads lost for the second time end
 * it early when most is measured already. Rejects when they are lost before, or the signal aborts.
 */
export async function measurePairs(
  roads: RoadEngine,
  { positions, profile, areas, known }: PairsToMeasure,
  { signal, enough, onProgress }: TravelOptions = {},
): Promise<MeasuredPairs> {
  const blocks = areas.flatMap((area) => blocksOf(area, roads.limits)).reverse();
  const total = blocks.reduce((sum, block) => sum + pairsOf(block), 0);
  let done = 0;
  let refusals = 0;
  let losses = 0;
  let isGivenUp = false;
  let roadsFailure: string | undefined;
  const isOver = () => signal?.aborted || enough?.aborted || roadsFailure !== undefined;
  const ended = anyOf(signal, enough);

  const settle = (block: PairArea) => {
    done += pairsOf(block);
    onProgress?.(done / total);
  };
  const measure = async (block: PairArea): Promise<void> => {
    const sources = block.rows.map((row) => positions[row]!);
    const targets = block.columns.map((column) => positions[column]!);
    try {
      copyBlock(await roads.ask({ kind: "matrix", profile, sources, targets }, ended), block, known, positions.length);
      settle(block);
    } catch (error) {
      if (isOver()) return;
      const isLoss = error instanceof RoadsUnavailable;
      if (isLoss && losses++ === 0) blocks.push(block);
      else if (isLoss && done * 2 > total) roadsFailure = error.message;
      else if (!(error instanceof RoadRefusal)) throw error;
      else if (pairsOf(block) === 1) settle(block);
      else if (error instanceof RoadsOverasked || ++refusals <= MOST_REFUSALS) blocks.push(...halves(block));
      else isGivenUp = true;
    }
  };
  const work = async () => {
    while (!isOver()) {
      const block = blocks.pop();
      if (!block) return;
      await measure(block);
    }
  };
  await Promise.all(Array.from({ length: roads.limits.callsAtOnce }, work));
  signal?.throwIfAborted();
  const isWhole = done === total && !isGivenUp;
  return { isWhole, ...(roadsFailure !== undefined && { roadsFailure }) };
}

const pairsOf = ({ rows, columns }: PairArea) => rows.length * columns.length;

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}

/** As wide as allowed, then as high as allowed. */
function blocksOf({ rows, columns }: PairArea, { pairsPerMatrix, positionsPerSide }: RoadEngine["limits"]): PairArea[] {
  if (rows.length === 0 || columns.length === 0) return [];
  const width = Math.max(1, Math.min(columns.length, positionsPerSide, pairsPerMatrix));
  const height = Math.max(1, Math.min(rows.length, positionsPerSide, Math.floor(pairsPerMatrix / width)));
  const blocks: PairArea[] = [];
  for (let top = 0; top < rows.length; top += height) {
    for (let left = 0; left < columns.length; left += width) {
      blocks.push({ rows: rows.slice(top, top + height), columns: columns.slice(left, left + width) });
    }
  }
  return blocks;
}

/** The longer side cut in two; the first half is taken up first. */
function halves({ rows, columns }: PairArea): [PairArea, PairArea] {
  const [row, column] = [rows.length >> 1, columns.length >> 1];
  return rows.length >= columns.length
    ? [
        { rows: rows.slice(row), columns },
        { rows: rows.slice(0, row), columns },
      ]
    : [
        { rows, columns: columns.slice(column) },
        { rows, columns: columns.slice(0, column) },
      ];
}

function copyBlock(measured: RoadBlock, { rows, columns }: PairArea, known: RoadBlock, size: number): void {
  let at = 0;
  for (const row of rows) {
    for (const column of columns) {
      known.durationSeconds[row * size + column] = measured.durationSeconds[at]!;
      known.distanceMeters[row * size + column] = measured.distanceMeters[at]!;
      at++;
    }
  }
}
