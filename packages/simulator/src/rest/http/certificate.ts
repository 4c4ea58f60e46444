import { generate } from "selfsigned";

/** A certificate for one door, and its private key; both PEM. */
export interface DoorCertificate {
  certificate: string;
  privateKey: string;
}

const DAY = 86_400_000;

/** Signs a certificate for this machine's loopback names. It is its own authority: whoever trusts it, trusts the door. */
export async function doorCertificate(): Promise<DoorCertificate> {
  const { cert, private: privateKey } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 365 * DAY),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", digitalSignature: true, keyCertSign: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 2, value: "*.localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return { certificate: cert, privateKey };
}
