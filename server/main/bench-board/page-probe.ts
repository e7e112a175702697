/** What the page notes about itself while it is measured; every number is milliseconds of the page's own clock. */
export interface ProbeNotes {
  /** First frame in which the routes stand in the list. */
  readonly boardPaintedAt: number | null;
  /** Trusted events a person makes, with when the next frame after them was out. */
  readonly inputs: { readonly type: string; readonly at: number; readonly startedAt: number; paintedAt: number }[];
  /** As the browser counts them for INP: 8 ms coarse, only those of 16 ms and more. */
  readonly events: { readonly name: string; readonly duration: number; readonly interactionId: number }[];
  /** The answers to calls of a procedure, in order. */
  answers(procedure: string): { readonly askedAt: number; readonly answeredAt: number }[];
  /** Begins anew. */
  forget(): void;
}

interface Mutable extends ProbeNotes {
  boardPaintedAt: number | null;
  readonly inputs: ProbeNotes["inputs"][number][];
  readonly events: ProbeNotes["events"][number][];
}

declare global {
  interface Window {
    __bench: ProbeNotes;
  }
}

/** Runs in the page before anything else of it does. */
export function installProbe(): void {
  performance.setResourceTimingBufferSize(20_000);
  const answers = (procedure: string) =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => name.includes(procedure))
      .map(({ startTime, responseEnd }) => ({ askedAt: startTime, answeredAt: responseEnd }));
  const forget = () => {
    notes.inputs.length = 0;
    notes.events.length = 0;
    performance.clearResourceTimings();
  };
  const notes: Mutable = { boardPaintedAt: null, inputs: [], events: [], answers, forget };
  window.__bench = notes;
  (window as unknown as { __drayTest: boolean }).__drayTest = true;
  const afterPaint = (note: (at: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => note(performance.now());
      channel.port2.postMessage(null);
    });

  for (const type of ["click", "keydown", "pointerup", "drop"]) {
    addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        const input = { type, at: event.timeStamp, startedAt: performance.now(), paintedAt: Number.NaN };
        notes.inputs.push(input);
        afterPaint((at) => {
          input.paintedAt = at;
        });
      },
      { capture: true },
    );
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const { name, duration, interactionId } = entry;
      notes.events.push({ name, duration, interactionId });
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);

  const watcher = new MutationObserver(() => {
    if (!document.querySelector("[data-drop-kind=route]")) return;
    watcher.disconnect();
    afterPaint((at) => {
      notes.boardPaintedAt = at;
    });
  });
  watcher.observe(document, { childList: true, subtree: true });
}
