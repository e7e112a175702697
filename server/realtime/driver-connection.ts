import "server-only";
import type { RawData, WebSocket } from "ws";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { onDrivenRoute } from "@/server/services/position/on-driven-route";
import { recordPositions } from "@/server/services/position/record-positions";
import { type DriverMessage, driverMessageSchema } from "./driver-message";
import { streamDriverNews } from "./driver-news-stream";
import type { DriverVoice } from "./driver-voice";
import type { EventFeed } from "./event-feed";
import { type RouteNewsBatch, streamRouteNews } from "./route-news-stream";

/** Close codes of our own: the session is over, or the client said nothing we understand. */
export const CLOSE_UNAUTHENTICATED = 4401;
const CLOSE_PROTOCOL = 4400;

export interface DriverConnectionOptions {
  readonly feed: EventFeed;
  /** Of a route's link, or a driver's own token: then his actor has no route of its own. */
  readonly bySession: (token: string) => Promise<ServiceContext | null>;
  /** Absent: nobody is let in but devices that have opened a link. */
  readonly voice: DriverVoice | undefined;
  readonly heartbeatMilliseconds: number;
  readonly onError: (error: unknown) => void;
}

/**
 * One driver's client. Its messages are taken one after the other, and while one is being worked on no more are read; an
 * event is sent when the one before has left. So neither a client that floods nor one that does not read holds more
 * memory than a message: what it missed is in the log. One that gives no sign of life for two heartbeats is dropped.
 */
export class DriverConnection {
  private readonly ended = new AbortController();
  private readonly heartbeat: NodeJS.Timeout;
  private work: Promise<void> = Promise.resolve();
  private token: string | undefined;
  private isGreeted = false;
  private isAlive = true;
  private lastEventId = 0;

  constructor(
    private readonly socket: WebSocket,
    token: string | undefined,
    lastEventId: number | undefined,
    private readonly options: DriverConnectionOptions,
  ) {
    this.token = token;
    socket.on("message", (data, isBinary) => this.enqueue(data, isBinary));
    socket.on("pong", () => (this.isAlive = true));
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      clearInterval(this.heartbeat);
      this.ended.abort();
    });
    if (token !== undefined) this.work = this.welcome(lastEventId).catch((error: unknown) => this.fail(error));
    this.heartbeat = setInterval(() => void this.beat(), options.heartbeatMilliseconds).unref();
  }

  /** Who has shown a token of his own with the upgrade need not say hello: he is told what he has at once. */
  private async welcome(lastEventId: number | undefined): Promise<void> {
    const services = await this.session();
    if (services && !services.actor.routeId) await this.greetDriver(services, lastEventId);
  }

  private enqueue(data: RawData, isBinary: boolean): void {
    this.isAlive = true;
    this.socket.pause();
    this.work = this.work
      .then(() => this.take(isBinary ? null : parse(data)))
      .catch((error: unknown) => this.fail(error))
      .finally(() => this.socket.resume());
  }

  private async take(message: DriverMessage | null): Promise<void> {
    if (this.ended.signal.aborted) return;
    if (!message) return this.socket.close(CLOSE_PROTOCOL, "not understood");
    if (message.type === "hello") this.token ??= message.token;
    else if (!this.isGreeted) return this.socket.close(CLOSE_PROTOCOL, "say hello first");
    const services = await this.session();
    if (!services) return;
    if (message.type === "hello") return this.greet(services, message.lastEventId);
    await this.send(await answerTo(services, message, this.options));
  }

  /** The driver, as long as his session is good; otherwise the connection ends. */
  private async session(): Promise<ServiceContext | null> {
    const found = this.token ? await this.options.bySession(this.token) : null;
    const services = found && (found.actor.routeId || this.options.voice) ? found : null;
    if (!services) this.socket.close(CLOSE_UNAUTHENTICATED, "the session is over");
    return services;
  }

  private async greet(services: ServiceContext, lastEventId: number | undefined): Promise<void> {
    const isDriver = !services.actor.routeId;
    if (this.isGreeted && isDriver) return;
    if (this.isGreeted) return this.socket.close(CLOSE_PROTOCOL, "said hello before");
    if (isDriver) return this.greetDriver(services, lastEventId);
    this.isGreeted = true;
    const news = streamRouteNews(this.options.feed, services, lastEventId ?? null, this.ended.signal);
    const first = await news.next();
    if (first.done) return;
    this.lastEventId = first.value.lastSeq;
    await this.send({
      type: "ready",
      routeId: services.actor.routeId,
      lastEventId: lastEventId ?? first.value.lastSeq,
    });
    await this.tell(first.value);
    void this.follow(news).catch((error: unknown) => this.fail(error));
  }

  private async greetDriver(services: ServiceContext, lastEventId: number | undefined): Promise<void> {
    this.isGreeted = true;
    const news = streamDriverNews(this.options.feed, services, lastEventId ?? null, this.ended.signal);
    const first = await news.next();
    if (first.done) return;
    const { voice } = this.options;
    if (!voice) return;
    this.lastEventId = lastEventId ?? first.value.lastSeq;
    await this.send({ type: "ready", lastEventId: this.lastEventId, ...(await voice.greeting(services)) });
    const tell = async ({ news: batch, lastSeq, isResync }: typeof first.value) => {
      if (isResync) await this.send({ type: "resync", lastEventId: lastSeq, ...(await voice.greeting(services)) });
      for (const push of await voice.pushes(services, batch)) await this.send(push);
      this.lastEventId = lastSeq;
    };
    await tell(first.value);
    const follow = async () => {
      for await (const batch of news) await tell(batch);
    };
    void follow().catch((error: unknown) => this.fail(error));
  }

  private async follow(news: ReturnType<typeof streamRouteNews>): Promise<void> {
    for await (const batch of news) await this.tell(batch);
  }

  private async tell({ news, lastSeq, isResync }: RouteNewsBatch): Promise<void> {
    if (isResync) await this.send({ type: "resync", lastEventId: lastSeq });
    for (const { id, event } of news) await this.send({ type: "event", id, event });
    this.lastEventId = lastSeq;
    // A link withdrawn ends the session behind it: the client hears why, then the connection ends.
    if (news.some(({ event }) => event.entity === "assignment")) await this.session();
  }

  private async beat(): Promise<void> {
    if (!this.isAlive || !this.isGreeted) return this.socket.terminate();
    this.isAlive = false;
    this.socket.ping();
    if (await this.session().catch(() => true)) {
      // Browsers do not see pings; the number spares a client that reconnects what it would skip anyway.
      await this.send({ type: "heartbeat", lastEventId: this.lastEventId });
    }
  }

  /** Resolves when the message has left, or the connection is over. */
  private send(message: object): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState !== this.socket.OPEN) resolve();
      else this.socket.send(JSON.stringify(message), () => resolve());
    });
  }

  private fail(error: unknown): void {
    this.options.onError(error);
    this.socket.close(1011, "something went wrong on our side");
  }
}

async function answerTo(
  services: ServiceContext,
  message: Exclude<DriverMessage, { type: "hello" }>,
  { voice, onError }: Pick<DriverConnectionOptions, "voice" | "onError">,
): Promise<object> {
  const { type, ref, ...input } = message;
  try {
    if (type === "location") {
      const fixes = voice?.fixesOf(input, services.ports.clock.now());
      if (!fixes) throw new ServiceError("invalid", "This location cannot be read.", { reason: "malformed" });
      const { stored, refused } = await recordPositions(await onDrivenRoute(services), { fixes: [...fixes] });
      return { type: "location-taken", ref, accepted: stored, refused };
    }
    const answer =
      type === "ops"
        ? await syncDriverOps(services, input as never)
        : await recordPositions(await onDrivenRoute(services), input as never);
    return { type: `${type}-taken`, ref, ...answer };
  } catch (error) {
    if (!(error instanceof ServiceError)) onError(error);
    const {
      code,
      message: text,
      details,
    } = error instanceof ServiceError
      ? error
      : { code: "internal", message: "Something went wrong on our side.", details: {} };
    return { type: "refused", ref, error: { code, message: text, details } };
  }
}

function parse(data: RawData): DriverMessage | null {
  try {
    const parsed = driverMessageSchema.safeParse(JSON.parse(data.toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
