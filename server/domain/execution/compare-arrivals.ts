/** An expectation moved by less is the same to everybody; the history need not know. */
const NEWS_SECONDS = 60;
/** What desks and other systems are told of: a stop that moves by as much, or becomes late, or is on time again. */
const EVENT_SECONDS = 180;

/** When a stop is expected. */
interface ExpectedArrival {
  readonly visitId: string;
  readonly arriveAt: Date;
  readonly startAt: Date;
  readonly departAt: Date;
  readonly lateSeconds: number;
  readonly stopsBefore: number;
}

/** What a new reckoning of a route changes. */
export interface ArrivalChanges<T> {
  /** Visits of which nothing is expected any more. */
  readonly gone: readonly string[];
  /** Anything about them is new. */
  readonly different: readonly T[];
  /** Reached a minute or more earlier or later than thought, or not thought of before. */
  readonly moved: readonly T[];
  /** Visits somebody should hear of. */
  readonly loud: readonly string[];
}

/** Compares what was expected of a route's stops with what is expected now. */
export function compareArrivals<T extends ExpectedArrival>(
  before: readonly ExpectedArrival[],
  after: readonly T[],
): ArrivalChanges<T> {
  const known = new Map(before.map((each) => [each.visitId, each]));
  const kept = new Set(after.map(({ visitId }) => visitId));
  const movedBy = ({ visitId, arriveAt }: T) => {
    const was = known.get(visitId);
    return was ? Math.abs(arriveAt.getTime() - was.arriveAt.getTime()) / 1000 : Number.POSITIVE_INFINITY;
  };
  const turned = ({ visitId, lateSeconds }: T) => (known.get(visitId)?.lateSeconds ?? 0) > 0 !== lateSeconds > 0;
  return {
    gone: before.flatMap(({ visitId }) => (kept.has(visitId) ? [] : [visitId])),
    different: after.filter((each) => !isSame(known.get(each.visitId), each)),
    moved: after.filter((each) => movedBy(each) >= NEWS_SECONDS),
    loud: after.flatMap((each) => (movedBy(each) >= EVENT_SECONDS || turned(each) ? [each.visitId] : [])),
  };
}

function isSame(was: ExpectedArrival | undefined, is: ExpectedArrival): boolean {
  return (
    was !== undefined &&
    was.arriveAt.getTime() === is.arriveAt.getTime() &&
    was.startAt.getTime() === is.startAt.getTime() &&
    was.departAt.getTime() === is.departAt.getTime() &&
    was.lateSeconds === is.lateSeconds &&
    was.stopsBefore === is.stopsBefore
  );
}
