import type { TrackAccess } from "@/server/api/track/track-access";
import { createTrackApp } from "@/server/api/track/track-app";
import { CALLER } from "./followed-day";

/** What the browser shows after one click. */
export interface Shown {
  readonly status: number;
  readonly path: string;
  readonly body: string;
  readonly headers: Headers;
}

/** A browser without JavaScript on a customer's pages: it keeps cookies, fills in forms and follows redirects. */
export function formBrowser(access: TrackAccess, token: string, clock: { advanceSeconds(seconds: number): void }) {
  const app = createTrackApp(access);
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    // Nobody clicks faster; limits are another test's.
    clock.advanceSeconds(3);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...CALLER, host: "dray.test", "accept-language": "en-GB", cookie, ...init.headers };
    const response = await app.request(path, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (/max-age=0/i.test(set)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return response;
  };
  const shown = async (path: string, response: Response): Promise<Shown> => ({
    status: response.status,
    path,
    body: await response.text(),
    headers: response.headers,
  });
  const get = async (path = "") => shown(`/track/${token}${path}`, await request(`/track/${token}${path}`));
  /** Sends a form as it is, and answers with the bare response. */
  const send = (act: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    request(`/track/${token}/${act}`, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", ...headers },
    });
  const sealOf = ({ body }: Shown) => /name="seal" value="([^"]*)"/.exec(body)?.[1] ?? "";
  /** Opens an act's form, fills it in, sends it, and sees where that leads. */
  const fill = async (act: string, fields: Record<string, string>): Promise<Shown> => {
    const answer = await send(act, { seal: sealOf(await get(`/${act}`)), ...fields });
    const next = answer.headers.get("location");
    return answer.status === 303 && next ? shown(next, await request(next)) : shown(`/track/${token}/${act}`, answer);
  };
  return { app, cookies, get, send, fill, seal: async (act: string) => sealOf(await get(`/${act}`)) };
}
