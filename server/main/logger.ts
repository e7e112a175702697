import "server-only";
import pino, { type Logger } from "pino";

/** One line of JSON per happening. Personal data and secrets are named here so that no caller can log them by accident. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { app: "dray" },
    redact: {
      paths: [
        "password",
        "token",
        "cookie",
        "authorization",
        "email",
        "phone",
        "*.password",
        "*.token",
        "*.email",
        "*.phone",
      ],
      censor: "[redacted]",
    },
  });
}
