import "server-only";
import { z } from "zod";
import { listSealedSince } from "@/db/queries/partner/connections";
import { findExchangeById } from "@/db/queries/partner/exchanges";
import { SECRET_OVERLAP_MS } from "@/server/domain/partner/connection";
import { query } from "../kernel/query";
import { noSuch } from "../kernel/service-error";
import { openSecrets } from "./carrier-connection";

const MASK = "•••";

/** One exchange with a partner, word for word; whatever is a secret of its connection is masked, on whichever side it stands. */
export const readExchange = query({
  permission: "audit.read",
  input: z.object({ id: z.uuid(), partnerId: z.uuid() }),
  prepare: async ({ ports }) => ports.secrets,
  run: async ({ tx, actor: { organizationId }, now, prepared: box }, { id, partnerId }) => {
    const row = await findExchangeById(tx, organizationId, id);
    if (!row || row.partnerId !== partnerId) throw noSuch("partner");
    const since = new Date(now.getTime() - SECRET_OVERLAP_MS);
    const sealed = await listSealedSince(tx, organizationId, partnerId, since);
    const secrets = sealed.flatMap((each) => {
      const { apiKey, signingSecret, others } = openSecrets(box, organizationId, partnerId, each) ?? { others: {} };
      return [apiKey, signingSecret, ...Object.values(others)].filter((text) => text !== undefined && text !== "");
    }) as string[];
    const masked = (text: string) => secrets.reduce((kept, secret) => kept.replaceAll(secret, MASK), text);
    const { kind, status, failure, milliseconds, handoverId, correlationId, createdAt } = row;
    const said = { request: masked(row.request), answer: masked(row.answer), failure: masked(failure) };
    return { id, kind, status, milliseconds, handoverId, correlationId, createdAt, ...said };
  },
});
