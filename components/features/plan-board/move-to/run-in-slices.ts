/** Leaves most of a frame to drawing. */
const SLICE_MILLISECONDS = 8;

/** Takes the steps in short tasks with room for input and painting between them; returns the way to stop. */
export function runInSlices<T>(
  steps: Iterator<unknown, T>,
  onDone: (result: T) => void,
  now = () => performance.now(),
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const work = () => {
    const until = now() + SLICE_MILLISECONDS;
    do {
      const step = steps.next();
      if (step.done) return onDone(step.value);
    } while (now() < until);
    timer = setTimeout(work, 0);
  };
  timer = setTimeout(work, 0);
  return () => clearTimeout(timer);
}
