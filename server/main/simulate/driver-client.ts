import type { DriverRun } from "@/server/domain/execution/driver-run";

export interface ClientAnswer {
  readonly opId: string;
  readonly verdict: "applied" | "duplicate" | "superseded" | "rejected";
  readonly reason?: string;
}

export interface ClientFix {
  readonly recordedAt: string;
  readonly lat: number;
  readonly lng: number;
  readonly accuracyMeters?: number;
  readonly batteryPercent?: number;
}

/** A driver's device, as the driver API sees one. Throws with the server's words when it refuses. */
export class DriverClient {
  #token = "";

  constructor(
    /** Where the server is now: it may come back elsewhere. */
    readonly baseUrl: () => string,
    readonly link: string,
  ) {}

  async open(): Promise<void> {
    const { token } = (await this.#call("POST", "/session", undefined, this.link)) as { token: string };
    this.#token = token;
  }

  async route(): Promise<DriverRun> {
    return (await this.#call("GET", "/route")) as DriverRun;
  }

  async sendOps(ops: readonly unknown[]): Promise<readonly ClientAnswer[]> {
    const body = { deviceNow: new Date().toISOString(), ops };
    const { answers } = (await this.#call("POST", "/ops", body)) as { answers: ClientAnswer[] };
    return answers;
  }

  async sendFixes(fixes: readonly ClientFix[]): Promise<void> {
    await this.#call("POST", "/positions", { fixes });
  }

  async #call(method: string, path: string, body?: unknown, token = this.#token): Promise<unknown> {
    const response = await fetch(`${this.baseUrl()}/api/run${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }
}
