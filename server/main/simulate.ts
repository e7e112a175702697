import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { isLocalDate } from "@/server/domain/time/local-date";
import { env } from "./env";
import { DeskClient } from "./simulate/desk-client";
import { simulateDay } from "./simulate/simulate-day";

const USAGE = `npm run simulate -- [options]: drivers with phones, driving a day of a running Dray through the driver API.
  --url URL          the running server (default ${env.baseUrl})
  --date YYYY-MM-DD  the plan's day (default: today)
  --drivers N        at most so many routes are driven (default: all)
  --begun N          where the day has no drivers yet: their shifts began N hours ago, 0–24 (default: their usual shifts)
  --speed N          how much faster than real time until the day has caught up with now, 1–1000 (default 30); nothing can
                     have happened later than now: a day that is over is lived to its end, yesterday's for instance
  --fix-seconds N    a position every so many seconds, 1–300 (default 10)
  --minutes N        ends after so many real minutes, at most 720 (default 60)
  --seed N           the same seed, the same day (default 1)
  --email, --password  a dispatcher's; default: the demo's`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: "string", default: env.baseUrl },
      date: { type: "string" },
      drivers: { type: "string", default: "1000" },
      begun: { type: "string" },
      speed: { type: "string", default: "30" },
      "fix-seconds": { type: "string", default: "10" },
      minutes: { type: "string", default: "60" },
      seed: { type: "string", default: "1" },
      email: { type: "string" },
      password: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const { email, password } = await credentials(values.email, values.password);
  const date = values.date ?? new Date().toISOString().slice(0, 10);
  if (!isLocalDate(date)) throw new Error(`--date ${date} is not a day written YYYY-MM-DD.`);
  const desk = await DeskClient.signIn(values.url, email, password);
  await simulateDay(desk, {
    date,
    ...(values.begun !== undefined && { begunHours: within("begun", values.begun, 0, 24) }),
    drivers: within("drivers", values.drivers, 1, 1000),
    speed: within("speed", values.speed, 1, 1000),
    fixEverySeconds: within("fix-seconds", values["fix-seconds"], 1, 300),
    minutes: within("minutes", values.minutes, 1, 720),
    seed: within("seed", values.seed, 0, 2 ** 31),
    say: (line) => console.log(line),
  });
}

function within(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new Error(`--${name} ${text} is not a whole number from ${low} to ${high}.`);
  }
  return value;
}

async function credentials(email?: string, password?: string): Promise<{ email: string; password: string }> {
  if (email && password) return { email, password };
  const file = path.join(env.dataDir, "credentials.json");
  if (!existsSync(file)) throw new Error("Name --email and --password, or start `npm run demo` first.");
  const { users } = JSON.parse(await readFile(file, "utf8")) as {
    users: { role: string; email: string; password: string }[];
  };
  return users.find(({ role }) => role === "dispatcher")!;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
