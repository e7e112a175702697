import { readdir, readFile } from "node:fs/promises";

/** What the machine counts for a process; not a number where there is no `/proc`. */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024;
}

/** Processor time of a process so far. Linux counts in hundredths of a second; elsewhere not a number. */
export async function cpuMilliseconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

/** Processor time so far of a process and those it has started: a database server and its connections, living or ended. */
export async function familyCpuMilliseconds(pid: number): Promise<number> {
  let ticks = 0;
  for (const each of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(each)) continue;
    const stat = await readFile(`/proc/${each}/stat`, "utf8").catch(() => "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number];
    if (Number(each) === pid) ticks += user + system + endedUser + endedSystem;
    else if (Number(fields[1]) === pid) ticks += user + system;
  }
  return ticks === 0 ? Number.NaN : ticks * 10;
}

/** The process that started another one. */
export async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}
