import type { ApiBench, Figures } from "./api-bench";
import { expected, hundredths, latencies, load, send, until } from "./api-load";
import { benchDelivery } from "./bench-delivery";

const WARM_SECONDS = 3;
const SECONDS = 10;
const KNOWN = 200;

/** How many deliveries a second can be created, one a request. */
export async function measureCreate(bench: ApiBench): Promise<Figures> {
  const create = async (index: number) => {
    const body = JSON.stringify(benchDelivery(index));
    return expected(201, await send("POST", `${bench.url}/deliveries`, bench.headers, body));
  };
  return measured(bench, "create", create);
}

/** How many deliveries a second can be read, each with its timeline. */
export async function measureRead(bench: ApiBench): Promise<Figures> {
  const ids = await knownDeliveries(bench, KNOWN);
  const read = async (index: number) =>
    expected(200, await send("GET", `${bench.url}/deliveries/${ids[index % ids.length]}`, bench.headers));
  return measured(bench, "read", read);
}

async function measured(bench: ApiBench, name: string, work: Parameters<typeof load>[1]): Promise<Figures> {
  await work(0);
  await load(until(WARM_SECONDS), work);
  const [cpuBefore, databaseBefore] = [await bench.cpuMilliseconds(), await bench.databaseCpuMilliseconds()];
  const ownBefore = process.cpuUsage();
  const { times, failed, seconds } = await load(until(SECONDS), work);
  const cpu = (await bench.cpuMilliseconds()) - cpuBefore;
  const databaseCpu = (await bench.databaseCpuMilliseconds()) - databaseBefore;
  const own = process.cpuUsage(ownBefore);
  return {
    [`${name}PerSecond`]: Math.round(times.length / seconds),
    [`${name}Failed`]: failed,
    ...latencies(name, times),
    [`${name}CpuMs`]: hundredths(cpu / times.length),
    [`${name}DatabaseCpuMs`]: hundredths(databaseCpu / times.length),
    /** What the asking itself took: it shares the machine. */
    [`${name}AskingCpuMs`]: hundredths((own.user + own.system) / 1000 / times.length),
  };
}

/** Ids of deliveries made for this. */
export async function knownDeliveries({ url, headers }: ApiBench, count: number): Promise<string[]> {
  const body = JSON.stringify(Array.from({ length: count }, (_, index) => benchDelivery(index)));
  const answer = expected(201, await send("POST", `${url}/deliveries`, headers, body));
  return JSON.parse(answer.body).deliveries.map((each: { delivery_id: string }) => each.delivery_id);
}
