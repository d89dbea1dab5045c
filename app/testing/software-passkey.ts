import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** A passkey made of code: answers the two WebAuthn questions as a device would, with ES256 and no attestation. */
export class SoftwarePasskey {
  readonly id = randomBytes(16);
  #privateKey: KeyObject;
  #cosePublicKey: Buffer;
  #counter = 0;

  constructor(private readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#privateKey = privateKey;
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const coordinate = (label: number, value: string) =>
      Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value, "base64url")]);
    // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
    this.#cosePublicKey = Buffer.concat([head, coordinate(0x21, x), coordinate(0x22, y)]);
  }

  create(challenge: string): RegistrationResponseJSON {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    // Flags: user present, user verified, attested credential data.
    const authData = this.#authenticatorData(0x45, [Buffer.alloc(16), length, this.id, this.#cosePublicKey]);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(authData.length);
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestation = Buffer.concat([
      Buffer.from([0xa3, 0x63]), Buffer.from("fmt"), Buffer.from([0x64]), Buffer.from("none"),
      Buffer.from([0x67]), Buffer.from("attStmt"), Buffer.from([0xa0]),
      Buffer.from([0x68]), Buffer.from("authData"), Buffer.from([0x59]), size, authData,
    ]);
    return {
      ...this.#envelope(),
      response: {
        clientDataJSON: b64(this.#clientData("webauthn.create", challenge)),
        attestationObject: b64(attestation),
        transports: ["internal"],
      },
    };
  }

  prove(challenge: string): AuthenticationResponseJSON {
    const clientData = this.#clientData("webauthn.get", challenge);
    const authenticatorData = this.#authenticatorData(0x05, []);
    const signature = createSign("sha256")
      .update(Buffer.concat([authenticatorData, sha256(clientData)]))
      .sign(this.#privateKey);
    const parts = { clientDataJSON: b64(clientData), authenticatorData: b64(authenticatorData), signature: b64(signature) };
    return { ...this.#envelope(), response: parts };
  }

  #envelope() {
    const id = b64(this.id);
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  #authenticatorData(flags: number, rest: Buffer[]): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#counter);
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([flags]), counter, ...rest]);
  }
}
