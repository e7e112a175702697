import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DriverSocket, type RouteHappening } from "./driver-socket";

class FakeSocket {
  static all: FakeSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  isClosed = false;
  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.isClosed = true;
  }
  /** As the server would. */
  say(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

let page: { window: EventTarget; document: EventTarget & { visibilityState: string }; navigator: { onLine: boolean } };
beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  page = {
    window: Object.assign(new EventTarget(), { location: { origin: "https://desk.example" } }),
    document: Object.assign(new EventTarget(), { visibilityState: "visible" }),
    navigator: { onLine: true },
  };
  for (const [name, value] of Object.entries({ ...page, WebSocket: FakeSocket })) vi.stubGlobal(name, value);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function opened(lastEventId = 7) {
  const news: RouteHappening[] = [];
  const onOver = vi.fn();
  const hello = vi.fn(async () => ({ token: "session", lastEventId }));
  const socket = new DriverSocket({ hello, onNews: (each) => news.push(each), onOver });
  await vi.advanceTimersByTimeAsync(0);
  const [line] = FakeSocket.all;
  line!.onopen!();
  line!.say({ type: "ready", lastEventId });
  return { socket, line: line!, news, onOver };
}

test("it says where its knowledge ends, and tells what came since", async () => {
  const { socket, line, news } = await opened();
  expect(line.url).toBe("wss://desk.example/v1/lastmile/realtime");
  expect(line.sent).toEqual([{ type: "hello", token: "session", lastEventId: 7 }]);
  line.say({ type: "event", id: 9, event: { type: "route.changed" } });
  line.say({ type: "resync", lastEventId: 5000 });
  expect(news).toEqual([
    { eventId: 9, type: "route.changed" },
    { eventId: Number.POSITIVE_INFINITY, type: "resync" },
  ]);
  socket.stop();
  expect(line.isClosed).toBe(true);
});

test("hidden or offline it is closed, and comes back by itself", async () => {
  const { socket, line } = await opened();
  page.document.visibilityState = "hidden";
  page.document.dispatchEvent(new Event("visibilitychange"));
  expect([line.isClosed, socket.isLive]).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(FakeSocket.all).toHaveLength(1);
  page.document.visibilityState = "visible";
  page.document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(FakeSocket.all).toHaveLength(2);
  page.navigator.onLine = false;
  page.window.dispatchEvent(new Event("offline"));
  expect(FakeSocket.all[1]!.isClosed).toBe(true);
  socket.stop();
});

test("one that breaks, or falls silent, is opened again after a pause; one whose session is over says so", async () => {
  const { socket, line, onOver } = await opened();
  line.onclose!({ code: 1006 });
  expect(socket.isLive).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(FakeSocket.all).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(50_000 + 4_000);
  expect(FakeSocket.all).toHaveLength(3);
  expect(onOver).not.toHaveBeenCalled();
  FakeSocket.all[2]!.onclose!({ code: 4401 });
  expect(onOver).toHaveBeenCalledOnce();
  socket.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(FakeSocket.all).toHaveLength(3);
});

test("positions refused for the moment only are kept to be sent again", async () => {
  const { socket, line } = await opened();
  for (const [index, code] of ["unavailable", "rate-limited", "internal"].entries()) {
    const answer = socket.sendFixes([{ recordedAt: "2026-06-10T08:00:00.000Z", lat: 41.39, lng: 2.16 }]);
    line.say({ type: "refused", ref: String(index + 1), error: { code } });
    expect(await answer).toEqual({ kind: "away" });
  }
  socket.stop();
});

test("positions are answered one by one, and are away when the line breaks", async () => {
  const { socket, line } = await opened();
  const fix = { recordedAt: "2026-06-10T08:00:00.000Z", lat: 41.39, lng: 2.16 };
  const [one, two, three] = [socket.sendFixes([fix]), socket.sendFixes([fix]), socket.sendFixes([fix])];
  expect(line.sent[1]).toMatchObject({ type: "positions", ref: "1", fixes: [fix] });
  line.say({ type: "positions-taken", ref: "2", stored: 1 });
  line.say({ type: "refused", ref: "1", error: { code: "invalid" } });
  expect(await two).toMatchObject({ kind: "ok" });
  expect(await one).toMatchObject({ kind: "refused" });
  line.onclose!({ code: 1006 });
  expect(await three).toEqual({ kind: "away" });
  expect(await socket.sendFixes([fix])).toEqual({ kind: "away" });
  socket.stop();
});
