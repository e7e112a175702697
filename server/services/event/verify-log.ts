import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { lastEventSeq } from "@/db/queries/event/list-events";
import { type LogEntry, type LogSeal, listSeals, readLogEntries } from "@/db/queries/event/read-log";
import type { LogFault, LogVerdict } from "@/server/domain/event/log-verdict";
import { authorize } from "../kernel/authorize";
import { inTenant } from "../kernel/in-tenant";
import { type LogHolder, sealSignature } from "./seal-log";

/** Hash in hex. */
export type KnownEntry = Pick<LogEntry, "seq" | "hash">;

const PAGE_ENTRIES = 2000;
const MOST_NAMED = 100;

/**
 * Reads an organization's whole log and works out every hash once more, apart from the database's own way of making
 * them. Finds entries that were changed, taken out, put in between or exchanged, by whomever; and, as far as the log is
 * sealed, also where all hashes were made to fit. What is written meanwhile is not looked at. `expected`: what the log is
 * known to have been, from somewhere out of the database's reach.
 */
export async function verifyLog(context: LogHolder, expected: readonly KnownEntry[] = []): Promise<LogVerdict> {
  const { organizationId } = context.actor;
  authorize(context.actor, "audit.read");
  const { upToSeq, seals } = await inTenant(
    context,
    async (tx) => ({ upToSeq: await lastEventSeq(tx, organizationId), seals: await listSeals(tx, organizationId) }),
    { readOnly: true },
  );
  const examination = new Examination(seals, (seal) => sealSignature(context.ports.ids, seal), expected);
  for (;;) {
    const range = { afterSeq: examination.lastSeq, upToSeq, limit: PAGE_ENTRIES };
    const page = await inTenant(context, (tx) => readLogEntries(tx, organizationId, range), { readOnly: true });
    for (const entry of page) examination.read(entry);
    if (page.length < PAGE_ENTRIES) return examination.conclude(upToSeq);
  }
}

/** Goes through a log from its first entry; after a fault it goes by what the entry says, so that each is found by itself. */
class Examination {
  lastSeq = 0;
  private lastHash = "";
  private entries = 0;
  private sealedSeq = 0;
  private faultCount = 0;
  private readonly faults: LogFault[] = [];
  private readonly sealedHashes: ReadonlyMap<number, string>;
  private readonly expectedHashes: ReadonlyMap<number, string>;

  constructor(
    private readonly seals: readonly LogSeal[],
    signatureOf: (seal: LogSeal) => Buffer,
    expected: readonly KnownEntry[],
  ) {
    const genuine = seals.filter((seal) => {
      const signature = signatureOf(seal);
      const isGenuine = signature.length === seal.signature.length && timingSafeEqual(signature, seal.signature);
      if (!isGenuine) this.note({ kind: "forged", seq: seal.seq });
      return isGenuine;
    });
    this.sealedHashes = new Map(genuine.map(({ seq, hash }) => [seq, hash.toString("hex")]));
    this.expectedHashes = new Map(expected.map(({ seq, hash }) => [seq, hash]));
  }

  read({ seq, content, contentHash, entry, hash }: LogEntry): void {
    if (seq > this.lastSeq + 1) this.note({ kind: "missing", seq: this.lastSeq + 1, toSeq: seq - 1 });
    if (sha256(content) !== contentHash) this.note({ kind: "changed", seq });
    const follows = sha256(Buffer.concat([Buffer.from(this.lastHash, "hex"), Buffer.from(entry)]));
    // Behind a gap nothing can follow: that is said once, of the gap.
    if (follows !== hash && seq === this.lastSeq + 1) this.note({ kind: "unchained", seq });
    const sealed = this.sealedHashes.get(seq);
    // What is only expected was not signed here: it may betray the log, and does not vouch for it.
    if (sealed === hash) this.sealedSeq = seq;
    const known = [sealed, this.expectedHashes.get(seq)];
    if (known.some((each) => each !== undefined && each !== hash)) this.note({ kind: "unsealed", seq });
    this.entries += 1;
    this.lastSeq = seq;
    this.lastHash = hash;
  }

  /** `upToSeq`: what the last entry's number should be; a seal of a later one says that more has been there. */
  conclude(upToSeq: number): LogVerdict {
    const known = Math.max(upToSeq, ...this.sealedHashes.keys(), ...this.expectedHashes.keys());
    if (known > this.lastSeq) this.note({ kind: "missing", seq: this.lastSeq + 1, toSeq: known });
    const { entries, lastSeq, lastHash, seals, sealedSeq, faultCount, faults } = this;
    return { entries, lastSeq, lastHash, seals: seals.length, sealedSeq, faultCount, faults };
  }

  private note(fault: LogFault): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_NAMED) this.faults.push(fault);
  }
}

const sha256 = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
