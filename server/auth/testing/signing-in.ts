import { workerDatabase } from "@/db/testing/worker-database";
import { randomIdSource } from "@/server/adapters/id-source/random-id-source";
import { FakeMessenger } from "@/server/testing/fake-messenger";
import { type Auth, CLIENT_ADDRESS_HEADER, createAuth } from "../auth";

export const BASE_URL = "http://dray.test";
export const PASSWORD = "correct horse battery";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the endpoint answers.
  readonly body: any;
  readonly headers: Headers;
}

/** A browser with its cookies, before one of the processes. */
export interface TestBrowser {
  readonly cookies: Map<string, string>;
  readonly cookie: string;
  call(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** Signing in as several processes offer it, over one database and a clock that stands still. */
export async function signingIn({ limitSignIn = false } = {}) {
  const clock = { time: new Date("2026-05-04T08:00:00Z"), now: () => clock.time };
  const ids = randomIdSource({ now: () => new Date() });
  const mailer = new FakeMessenger();
  const database = await workerDatabase();
  const secret = "a secret of more than thirty-two characters";
  const settings = { baseUrl: BASE_URL, secret, limitSignIn, database, ids, mailer, clock };
  const processes = [createAuth(settings), createAuth(settings)] as const;
  return {
    settings,
    database,
    ids,
    mailer,
    processes,
    pass: (seconds: number) => {
      clock.time = new Date(clock.time.getTime() + seconds * 1000);
    },
    browser: (auth: Auth = processes[0], address = "198.51.100.7") => openBrowser(auth, address),
  };
}

function openBrowser(auth: Auth, address: string): TestBrowser {
  const cookies = new Map<string, string>();
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  return {
    cookies,
    get cookie() {
      return cookieHeader();
    },
    call: async (path, body, headers = {}) => {
      const response = await auth.handler(
        new Request(`${BASE_URL}/api/auth${path}`, {
          method: body === undefined ? "GET" : "POST",
          headers: {
            "content-type": "application/json",
            origin: BASE_URL,
            [CLIENT_ADDRESS_HEADER]: address,
            cookie: cookieHeader(),
            ...headers,
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      );
      for (const line of response.headers.getSetCookie()) {
        const [pair = "", ...attributes] = line.split(";");
        const at = pair.indexOf("=");
        const isGone = attributes.some((each) => each.trim().toLowerCase() === "max-age=0");
        if (isGone) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const text = await response.text();
      return {
        status: response.status,
        body: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text,
        headers: response.headers,
      };
    },
  };
}

/** The secret of an authenticator app, from the address in its QR code (base32). */
export function totpSecretOf(uri: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...new URL(uri).searchParams.get("secret")!]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  );
  return Buffer.from(bytes).toString("utf8");
}
