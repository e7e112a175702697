import "server-only";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** The installation's signing secret: made once, kept in the data folder, readable by its owner only. */
export async function readOrMakeSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "secret");
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known) return known.trim();
  await mkdir(dataDir, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  await writeFile(file, `${secret}\n`, { mode: 0o600, flag: "wx" }).catch(() => {});
  return (await readFile(file, "utf8")).trim();
}
