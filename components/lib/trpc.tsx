"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, TRPCClientError } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { AppRouter } from "@/server/trpc/root";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

const ENDPOINT = "/api/trpc";
/** Keeps a batch of queries under every proxy's limit for an address. */
const MAX_URL_LENGTH = 4000;

/** Refusals are answers: asking again does not change them. Only what looks like the network's fault is tried again. */
function shouldRetry(failures: number, error: unknown): boolean {
  const isRefusal = error instanceof TRPCClientError && error.data !== undefined && error.data !== null;
  return !isRefusal && failures < 3;
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Live events patch the cache; refetching on every focus would only repeat them.
      queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: shouldRetry },
    },
  });
}

function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url: ENDPOINT, transformer: superjson }),
        false: httpBatchLink({ url: ENDPOINT, transformer: superjson, maxURLLength: MAX_URL_LENGTH }),
      }),
    ],
  });
}

/** The server's answers, cached, and the way to ask for them. */
export function ServerStateProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(createClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
