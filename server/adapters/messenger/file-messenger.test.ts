import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { fileMessenger } from "./file-messenger";

test("each message becomes a file of its own that only its owner can read", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "dray-mail-"));
  const mail = fileMessenger(path.join(folder, "mail"), { now: () => new Date("2026-03-01T08:00:00Z") });
  await mail.send({ channel: "email", to: "a@example.com", subject: "Hello", text: "first" });
  await mail.send({ channel: "email", to: "b@example.com", subject: "Hello", text: "second" });
  const names = (await readdir(path.join(folder, "mail"))).sort();
  expect(names).toHaveLength(2);
  const first = path.join(folder, "mail", names[0]!);
  expect(await readFile(first, "utf8")).toBe("To: a@example.com\nSubject: Hello\n\nfirst\n");
  expect((await stat(first)).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});
