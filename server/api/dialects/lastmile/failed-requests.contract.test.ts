import { expect, test } from "vitest";
import { createDialectApp } from "@/server/api/kernel/create-dialect-app";
import { createLogger } from "@/server/main/logger";
import { apiClient } from "@/server/testing/api-client";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { lastmile } from "./lastmile";

const [name, street, phone, email] = ["Zanzibarsen", "Bredgade 4711", "+45 20 30 40 50", "jane@example.com"];
/** What no line may hold. */
const PARTS = ["anzibar", "redgade", "4711", "20 30 40", "jane", "55.68", "12.588"];

test("the log holds nothing of a request that failed on our side", async () => {
  const lines: string[] = [];
  const log = createLogger("debug", { write: (line: string) => void lines.push(line) });
  const tenant = await testTenant();
  await testProject(tenant);
  const { secret, access } = await apiClient(lastmile, tenant);
  const app = createDialectApp(lastmile, {
    ...access,
    servicesOf: (caller, correlationId) => ({
      ...access.servicesOf(caller, correlationId),
      get database(): never {
        throw new Error(`lost while saving a row. params: ${name},${street},${phone},${email},55.683217, 12.588312`);
      },
    }),
    onError: (error, about) => log.error({ ...about, error }, "an API's request failed"),
  });
  const response = await app.request("http://dray.test/v1/lastmile/deliveries", {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify({ dropoff: { address: { line1: street }, recipient: { name, phone, email } } }),
  });
  expect(response.status).toBe(500);
  expect(lines[0]).toContain("lost while saving a row");
  expect(PARTS.filter((part) => lines.some((line) => line.includes(part)))).toEqual([]);
  expect(lines.join("")).not.toContain(secret);
});
