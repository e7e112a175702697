import { parseArgs } from "node:util";
import { createAesSecretBox } from "@/server/adapters/secret/aes-secret-box";
import { type ResealedPlace, resealSecrets } from "@/server/services/secret/reseal-secrets";
import { env } from "./env";
import { readOrMakeSecret } from "./secret";
import { withDatabase } from "./with-database";

const USAGE = `Usage: npm run reseal

Seals all secrets of partners and webhooks, and the keys of organizations' own geocoders and roads, anew with the first of DRAY_SEALING_KEYS, while Dray is running. To replace a key:
  1. write the new key behind the old one, and restart every process: all of them can open what it seals
  2. write it before the old one, and restart every process: it seals from now on
  3. npm run reseal
  4. leave the old one out
Ends with 0 if the first key opens everything, with 1 if something is left that no key opens.
`;

const WORDS: Readonly<Record<ResealedPlace["place"], string>> = {
  "partner-connection": "partners' credentials",
  webhook: "webhooks' secrets",
  "webhook-former": "webhooks' former secrets",
  "own-source": "keys of own geocoders and roads",
};

/** `npm run reseal`: a sealing key takes another one's place. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { help: { type: "boolean", default: false } } });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const box = createAesSecretBox(env.DRAY_SECRET ?? (await readOrMakeSecret(env.dataDir)), env.DRAY_SEALING_KEYS);
  return withDatabase(async (database) => {
    let lost = 0;
    for (const place of await resealSecrets(database, box)) {
      lost += place.lost;
      const missing = place.lost > 0 ? `, ${place.lost} THAT NO KEY OPENS` : "";
      process.stdout.write(
        `${WORDS[place.place]}: ${place.resealed} sealed anew, ${place.current} under the first key now${missing}\n`,
      );
    }
    return lost > 0 ? 1 : 0;
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS");
  process.stderr.write(isUsage ? USAGE : `reseal: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
