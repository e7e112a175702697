import "server-only";
import type { Database } from "@/db/client";

/** How many tries are free, and how long the waits behind them may become. */
export interface BackOff {
  readonly freeTries: number;
  readonly mostSeconds: number;
}

/** Failures older than this are forgotten. */
const FORGOTTEN_AFTER_MILLISECONDS = 24 * 3600_000;
const MOST_TIDIED = 20;

/**
 * Counts a try before anything is looked at, so that a thousand at once are not a thousand looks: the number of failures
 * with it, or until when whoever tries has to wait. What is held back is not counted: waits end, however often somebody
 * knocks. One statement, so that processes need nothing but the database to agree.
 */
export async function beginTry(
  { raw }: Database,
  key: string,
  now: Date,
  { freeTries, mostSeconds }: BackOff,
): Promise<{ readonly failures: number } | { readonly heldUntil: Date }> {
  const stale = new Date(now.getTime() - FORGOTTEN_AFTER_MILLISECONDS);
  const [counted] = await raw<{ failures: number }[]>`
    insert into sign_in_tries as t (key, failures, held_until, last_try_at)
    values (${key}, 1, ${now}, ${now})
    on conflict (key) do update set
      failures = case when t.last_try_at < ${stale} then 1 else t.failures + 1 end,
      held_until = case
        when t.last_try_at < ${stale} or t.failures + 1 < ${freeTries}::int then ${now}::timestamptz
        else ${now}::timestamptz
          + make_interval(secs => least(${mostSeconds}::float8, power(2, least(t.failures + 1 - ${freeTries}::int, 30))))
      end,
      last_try_at = ${now}
    where t.held_until <= ${now}
    returning failures`;
  if (counted) return counted;
  const [held] = await raw<
    { heldUntil: Date }[]
  >`select held_until as "heldUntil" from sign_in_tries where key = ${key}`;
  return { heldUntil: held?.heldUntil ?? now };
}

/** How often this has failed since it last went well. */
export async function countFailures({ raw }: Database, key: string): Promise<number> {
  const [row] = await raw<{ failures: number }[]>`select failures from sign_in_tries where key = ${key}`;
  return row?.failures ?? 0;
}

/** It went well: nothing is held against it. */
export async function forgetTries({ raw }: Database, keys: readonly string[]): Promise<void> {
  await raw`delete from sign_in_tries where key = any(${[...keys]})`;
}

/** Takes one try back that turned out to be none, and with it the wait it brought; what others have failed stays. */
export async function takeTryBack({ raw }: Database, key: string, now: Date): Promise<void> {
  await raw`update sign_in_tries set failures = greatest(failures - 1, 0), held_until = ${now} where key = ${key}`;
}

/** Puts away some of what is forgotten anyway: names that were guessed once would stay for ever. */
export async function tidyTries({ raw }: Database, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - FORGOTTEN_AFTER_MILLISECONDS);
  await raw`
    delete from sign_in_tries where key in (
      select key from sign_in_tries where last_try_at < ${stale} order by last_try_at
      limit ${MOST_TIDIED} for update skip locked
    )`;
}
