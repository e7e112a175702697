import "server-only";
import pino, { type DestinationStream, type Logger } from "pino";
import { redact, redactText } from "./redact";

/** One line of JSON per happening. Every line passes `redact`, so that no caller can log personal data by accident. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { app: "dray" },
    // The serializers pino has of its own would run before ours and make texts of errors.
    serializers: { err: (error: unknown) => error },
    formatters: {
      log: (fields: object) => redact(fields) as Record<string, unknown>,
    },
    hooks: {
      logMethod(this: Logger, args: Parameters<pino.LogFn>, log: pino.LogFn) {
        const said = args.map((each) => (typeof each === "string" ? redactText(each) : each));
        log.apply(this, said as Parameters<pino.LogFn>);
      },
    },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  const { child } = logger;
  // What a child says with every line is written once, past the formatters.
  const redactedChild: Logger["child"] = function (this: Logger, fields, childOptions) {
    return child.call(this, redact(fields) as typeof fields, childOptions) as ReturnType<Logger["child"]>;
  } as Logger["child"];
  return Object.assign(logger, { child: redactedChild });
}
