import "server-only";

/** How long the rest of a body that is too large is thrown away, so that its sender gets to read why. */
const DRAIN_MILLISECONDS = 15_000;
/** A sender who has paused for this long is waiting for the answer. */
const PAUSE_MILLISECONDS = 2000;

export type BodyReading = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false };

/**
 * A request's body, at most `maxBytes` of it. What is larger is not kept: it is let run out for some seconds, since a
 * sender who is cut off sees a broken connection instead of the answer.
 */
export async function readBody(request: Request, maxBytes: number): Promise<BodyReading> {
  if (!request.body) return { ok: true, bytes: new Uint8Array() };
  const reader = request.body.getReader();
  const isTooLarge = Number(request.headers.get("content-length") ?? 0) > maxBytes;
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (!isTooLarge) {
    const { done, value } = await reader.read();
    if (done) return { ok: true, bytes: joinChunks(chunks, size) };
    size += value.byteLength;
    if (size > maxBytes) break;
    chunks.push(value);
  }
  chunks.length = 0;
  await drain(reader);
  return { ok: false };
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const until = performance.now() + DRAIN_MILLISECONDS;
  try {
    while (performance.now() < until) if (await isOver(reader.read())) return;
    await reader.cancel();
  } catch {
    // The sender has gone: there is nobody left to tell.
  }
}

/** Whether this was the last of the body, or nothing comes any more. */
async function isOver(next: Promise<{ readonly done: boolean }>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, PAUSE_MILLISECONDS, true);
  });
  try {
    return await Promise.race([next.then(({ done }) => done), pause]);
  } finally {
    clearTimeout(timer);
    // Left behind after a pause, it fails when the connection closes.
    next.catch(() => {});
  }
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
