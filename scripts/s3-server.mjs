// A real S3 server on loopback for the tests of the blob store: OpenStack Swift with its S3 API, from Debian's package.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { AwsClient } from "aws4fetch";

const BUCKET = "proofs";
const PYTHONS = ["/usr/bin/python3", "python3"];
const START_LIMIT_MILLISECONDS = 30_000;
const script = fileURLToPath(new URL("s3-server.py", import.meta.url));

/** A Python that has Swift; null where there is none. */
const knownPython = () =>
  PYTHONS.find((python) => spawnSync(python, ["-c", "import swift.common.middleware.s3api"]).status === 0) ?? null;

/** A Python that has Swift, installed by Debian's own means where that is possible; null where it is not. */
function findPython() {
  const known = knownPython();
  if (known || !existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return known;
  process.stdout.write("Installing OpenStack Swift for the tests of the S3 blob store…\n");
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  const install = () => spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "python3-swift"], options);
  if (install().status !== 0) {
    spawnSync("apt-get", ["update"], options);
    install();
  }
  return knownPython();
}

/**
 * Starts it with an empty bucket; `setting` is what `S3_TEST` takes. Resolves to why not, as text, where Swift is neither
 * there nor can be installed; rejects when it does not start.
 */
export async function startS3Server() {
  const python = findPython();
  if (!python) return "OpenStack Swift is not installed (Debian: `apt-get install python3-swift`)";
  const folder = mkdtempSync(path.join(tmpdir(), "dray-s3-"));
  const [accessKeyId, secretAccessKey] = ["dray:tests", randomBytes(16).toString("hex")];
  const env = { ...process.env, S3_ACCESS_KEY: accessKeyId, S3_SECRET_KEY: secretAccessKey };
  const server = spawn(python, [script, folder], { stdio: ["pipe", "pipe", "inherit"], env });
  const ended = new Promise((resolve) => server.once("close", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const endpoint = `http://127.0.0.1:${await portOf(server)}`;
    const client = new AwsClient({ accessKeyId, secretAccessKey, service: "s3", region: "us-east-1", retries: 0 });
    const made = await client.fetch(`${endpoint}/${BUCKET}`, { method: "PUT" });
    if (!made.ok) throw new Error(`the S3 server made no bucket: ${made.status} ${await made.text()}`);
    return { setting: [endpoint, accessKeyId, secretAccessKey].join(","), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function portOf(server) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the S3 server did not start in time")), START_LIMIT_MILLISECONDS);
    const settle = (act) => (value) => {
      clearTimeout(late);
      act(value);
    };
    server.stdout.once("data", (line) => settle(resolve)(Number(line)));
    server.once("error", settle(reject));
    server.once("close", (code) => settle(reject)(new Error(`the S3 server ended with code ${code}`)));
  });
}
