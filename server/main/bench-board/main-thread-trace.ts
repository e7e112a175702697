import type { Browser, Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

export interface MainThreadTask {
  readonly startMicroseconds: number;
  readonly endMicroseconds: number;
  readonly wallMilliseconds: number;
  /** Processor time: what the task costs whoever else uses the machine. */
  readonly cpuMilliseconds: number;
  readonly hasFrame: boolean;
  /** Types of the DOM events handled in it. */
  readonly events: readonly string[];
}

const CATEGORIES = ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/** The tasks of the page's main thread while `act` goes on, in order. */
export async function traceMainThread(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<MainThreadTask[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  try {
    await act();
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as { traceEvents: TraceEvent[] };
  return tasksOf(mainThreadEvents(traceEvents));
}

/** Of several renderers the one that works is the page's. */
function mainThreadEvents(events: readonly TraceEvent[]): TraceEvent[] {
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${event.pid}/${event.tid}`;
    if (!byThread.get(thread)?.push(event)) byThread.set(thread, [event]);
  }
  const isMain = (thread: readonly TraceEvent[]) =>
    thread.some((event) => event.name === "thread_name" && event.args?.name === "CrRendererMain");
  const work = (thread: readonly TraceEvent[]) => thread.reduce((sum, event) => sum + (event.dur ?? 0), 0);
  const [main] = [...byThread.values()].filter(isMain).sort((a, b) => work(b) - work(a));
  if (!main) throw new Error("the trace has no main thread");
  return main.filter(({ ph }) => ph === "X" || ph === "I").sort((a, b) => a.ts - b.ts);
}

function tasksOf(events: readonly TraceEvent[]): MainThreadTask[] {
  const tasks: (MainThreadTask & { hasFrame: boolean; events: string[] })[] = [];
  for (const event of events) {
    if (event.name === "RunTask") {
      tasks.push({
        startMicroseconds: event.ts,
        endMicroseconds: event.ts + (event.dur ?? 0),
        wallMilliseconds: (event.dur ?? 0) / 1000,
        cpuMilliseconds: (event.tdur ?? 0) / 1000,
        hasFrame: false,
        events: [],
      });
      continue;
    }
    const task = tasks.at(-1);
    if (!task || event.ts > task.endMicroseconds) continue;
    if (event.name === "FireAnimationFrame") task.hasFrame = true;
    if (event.name === "EventDispatch" && event.args?.data?.type) task.events.push(event.args.data.type);
  }
  return tasks;
}

/** Processor milliseconds of each frame: of all tasks since the frame before, up to and with its own. */
export function workPerFrame(tasks: readonly MainThreadTask[]): number[] {
  const frames: number[] = [];
  let work = 0;
  for (const task of tasks) {
    work += task.cpuMilliseconds;
    if (!task.hasFrame) continue;
    frames.push(work);
    work = 0;
  }
  return frames;
}

/** Processor milliseconds from the handling of an event up to the next frame, that frame's own work apart or included. */
export function workUntilFrame(
  tasks: readonly MainThreadTask[],
  event: string,
  { withFrame = false }: { withFrame?: boolean } = {},
): number {
  const first = tasks.findIndex(({ events }) => events.includes(event));
  if (first < 0) throw new Error(`no ${event} was handled`);
  const rest = tasks.slice(first + 1).findIndex(({ hasFrame }) => hasFrame);
  const until = rest < 0 ? tasks.length : first + 1 + rest + (withFrame ? 1 : 0);
  return tasks.slice(first, until).reduce((sum, { cpuMilliseconds }) => sum + cpuMilliseconds, 0);
}
