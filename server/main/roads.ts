import { buildRoads } from "./build-roads";
import { env } from "./env";

async function main([file, name]: string[]): Promise<void> {
  if (!file) {
    console.error("Usage: npm run roads -- FILE.osm.pbf [NAME]");
    process.exitCode = 2;
    return;
  }
  try {
    await buildRoads(file, env.dataDir, name);
    console.log("Restart the server for it to use them.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

await main(process.argv.slice(2));
