// `npm run test:s3`: what is said of S3 stores, against a real one on loopback (or that of `S3_TEST=endpoint,key,secret`).
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startS3Server } from "./s3-server.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const server = process.env.S3_TEST ? { setting: process.env.S3_TEST, stop: async () => {} } : await startS3Server();
if (typeof server === "string") {
  process.stderr.write(`${server}\n`);
  process.exit(1);
}
const args = ["node_modules/vitest/vitest.mjs", "run", "s3", ...process.argv.slice(2)];
const code = await new Promise((resolve) => {
  spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, S3_TEST: server.setting } }).on(
    "close",
    (code) => resolve(code ?? 1),
  );
});
await server.stop();
process.exit(code);
