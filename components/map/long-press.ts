const HOLD_MILLISECONDS = 350;
/** A resting finger trembles; one that moves further is panning. */
const TREMBLE_PIXELS = 8;

/** Calls back when a finger stays where it was put down. The result gives up waiting, as moving and lifting do. */
export function onLongPress(at: { clientX: number; clientY: number }, run: () => void): () => void {
  const ends = new AbortController();
  const timer = setTimeout(() => {
    ends.abort();
    run();
  }, HOLD_MILLISECONDS);
  const giveUp = () => {
    clearTimeout(timer);
    ends.abort();
  };
  const options = { signal: ends.signal };
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - at.clientX, clientY - at.clientY) > TREMBLE_PIXELS) giveUp();
  };
  addEventListener("pointermove", onMove, options);
  for (const type of ["pointerup", "pointercancel", "pointerdown"]) addEventListener(type, giveUp, options);
  return giveUp;
}
