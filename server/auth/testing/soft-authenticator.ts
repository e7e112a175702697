import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { BASE_URL } from "./signing-in";

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const NEW_CREDENTIAL = 0x40;

export interface Misbehaving {
  readonly origin?: string;
  /** Of the site it signs for. */
  readonly rpId?: string;
  /** False: nobody was asked for a finger or a PIN. */
  readonly verifies?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
}

/** A device that keeps one passkey (ES256, no attestation), which signs whatever a test has it sign. */
export function softAuthenticator({ credentialId = randomBytes(16).toString("base64url") } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicKey.export({ format: "jwk" });
  let counter = 0;

  function authenticatorData(odd: Misbehaving, flags: number, rest = Buffer.alloc(0)): Buffer {
    const rpId = odd.rpId ?? new URL(BASE_URL).hostname;
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(odd.counter ?? counter++);
    const verified = odd.verifies === false ? 0 : USER_VERIFIED;
    return Buffer.concat([sha256(rpId), Buffer.from([USER_PRESENT | verified | flags]), counted, rest]);
  }

  function clientData(type: string, challenge: string, odd: Misbehaving): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: odd.origin ?? BASE_URL, crossOrigin: false }));
  }

  return {
    credentialId,
    /** What `navigator.credentials.create` would answer. */
    create: ({ challenge }: { readonly challenge: string }, odd: Misbehaving = {}) => {
      const id = Buffer.from(credentialId, "base64url");
      const length = Buffer.from([0, id.length]);
      const key = coseKey(Buffer.from(jwk.x!, "base64url"), Buffer.from(jwk.y!, "base64url"));
      const attested = Buffer.concat([Buffer.alloc(16), length, id, key]);
      const data = authenticatorData(odd, NEW_CREDENTIAL, attested);
      const response = {
        clientDataJSON: clientData("webauthn.create", challenge, odd).toString("base64url"),
        attestationObject: attestationOf(data).toString("base64url"),
        transports: ["internal"],
      };
      return { id: credentialId, rawId: credentialId, type: "public-key", clientExtensionResults: {}, response };
    },
    /** What `navigator.credentials.get` would answer. */
    get: ({ challenge }: { readonly challenge: string }, odd: Misbehaving = {}) => {
      const data = authenticatorData(odd, 0);
      const client = clientData("webauthn.get", challenge, odd);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", Buffer.concat([data, sha256(client)]), privateKey).toString("base64url"),
        ...(odd.userHandle && { userHandle: odd.userHandle }),
      };
      return { id: credentialId, rawId: credentialId, type: "public-key", clientExtensionResults: {}, response };
    },
  };
}

export type SoftAuthenticator = ReturnType<typeof softAuthenticator>;

function sha256(what: string | Buffer): Buffer {
  return createHash("sha256").update(what).digest();
}

// CBOR (RFC 8949), as little of it as these two objects need.
const text = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
const shortBytes = (bytes: Buffer) => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
const longBytes = (bytes: Buffer) =>
  Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 0xff]), bytes]);

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an elliptic key, ES256, P-256. */
function coseKey(x: Buffer, y: Buffer): Buffer {
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
  return Buffer.concat([head, shortBytes(x), Buffer.from([0x22]), shortBytes(y)]);
}

function attestationOf(data: Buffer): Buffer {
  const [map, empty] = [Buffer.from([0xa3]), Buffer.from([0xa0])];
  return Buffer.concat([map, text("fmt"), text("none"), text("attStmt"), empty, text("authData"), longBytes(data)]);
}
