/** How long a request's name stands for what it was used for. */
export const KEPT_MILLISECONDS = 24 * 3600_000;

export interface KeptAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}
