import { parseArgs } from "node:util";
import type { Database } from "@/db/client";
import { systemClock } from "@/server/adapters/clock/system-clock";
import { randomIdSource } from "@/server/adapters/id-source/random-id-source";
import { PERMISSIONS } from "@/server/domain/access/permissions";
import type { LogFault, LogVerdict } from "@/server/domain/event/log-verdict";
import { verifyLog } from "@/server/services/event/verify-log";
import { env } from "./env";
import { readOrMakeSecret } from "./secret";
import { withDatabase } from "./with-database";

const USAGE = `Usage: npm run verify [-- --organization SLUG] [--expect NUMBER:HASH] [--json]

Reads the log of every organization, or of one, and finds whatever was changed, taken out or put in.
  --expect  what an earlier run, or the server's own log, said of that entry: also finds a log whose end was cut off and
            written anew (with --organization)
Ends with 0 if the log is whole, with 1 if it is not, with 2 if it could not be asked.
`;

interface Organization {
  readonly id: string;
  readonly slug: string;
}

interface Expected {
  readonly seq: number;
  readonly hash: string;
}

const FAULT_WORDS: Readonly<Record<LogFault["kind"], string>> = {
  missing: "is missing",
  changed: "says something else than was written",
  unchained: "was changed, or does not follow the entry before it",
  unsealed: "is not the entry that was sealed",
  forged: "has a seal that was not made here",
};

/** `npm run verify`: whether anybody has tampered with the log. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      organization: { type: "string" },
      expect: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const expected = values.expect === undefined ? undefined : readExpected(values.expect);
  if (values.expect !== undefined && (!expected || !values.organization)) throw new UsageError();
  return withDatabase(async (database) => {
    const organizations = await listOrganizations(database, values.organization);
    if (organizations.length === 0 && values.organization) throw new Error(`no organization ${values.organization}`);
    const ids = randomIdSource(systemClock, env.DRAY_SECRET ?? (await readOrMakeSecret(env.dataDir)));
    let faulty = 0;
    for (const { id, slug } of organizations) {
      const actor = {
        kind: "system",
        id: null,
        label: "Dray",
        organizationId: id,
        permissions: new Set(PERMISSIONS),
      } as const;
      const verdict = await verifyLog({ database, actor, ports: { clock: systemClock, ids } }, expected && [expected]);
      if (verdict.faultCount > 0) faulty += 1;
      process.stdout.write(
        values.json ? `${JSON.stringify({ organization: slug, ...verdict })}\n` : describe(slug, verdict),
      );
    }
    return faulty > 0 ? 1 : 0;
  });
}

class UsageError extends Error {}

function readExpected(text: string): Expected | undefined {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text);
  return match ? { seq: Number(match[1]), hash: match[2]!.toLowerCase() } : undefined;
}

async function listOrganizations({ raw }: Database, slug: string | undefined): Promise<Organization[]> {
  const wanted = slug === undefined ? raw`` : raw`where slug = ${slug} or id::text = ${slug}`;
  return raw<Organization[]>`select id, slug from organization ${wanted} order by created_at, id`;
}

function describe(slug: string, { entries, lastSeq, lastHash, sealedSeq, faults, faultCount }: LogVerdict): string {
  const head = lastSeq > 0 ? `, ends with ${lastSeq}:${lastHash}` : "";
  const seal = sealedSeq > 0 ? `, sealed up to ${sealedSeq}` : ", not sealed yet";
  const state = faultCount === 0 ? "whole" : `${faultCount} ${faultCount === 1 ? "FAULT" : "FAULTS"}`;
  const lines = faults.map(({ kind, seq, toSeq }) => {
    const which = toSeq !== undefined && toSeq > seq ? `entries ${seq} to ${toSeq}` : `entry ${seq}`;
    return `  ${which}: ${FAULT_WORDS[kind]}\n`;
  });
  const more = faultCount > faults.length ? `  … and ${faultCount - faults.length} more\n` : "";
  return `${slug}: ${state}, ${entries} entries${seal}${head}\n${lines.join("")}${more}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS");
  process.stderr.write(isUsage ? USAGE : `verify: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
