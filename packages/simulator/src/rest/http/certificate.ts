import { generate } from "selfsigned";

/** A certificate for one door, and its private key; both PEM. */
export interface DoorCertificate {
  certificate: string;
  privateKey: string;
}

/** A simulated Azure's clock may show any day, and what a certificate is checked against is the machine's. */
const VALID = { notBeforeDate: new Date("2000-01-01T00:00:00Z"), notAfterDate: new Date("2100-01-01T00:00:00Z") };

/** Signs a certificate for this machine's loopback names. It is its own authority: whoever trusts it, trusts the door. */
export async function doorCertificate(): Promise<DoorCertificate> {
  const { cert, private: privateKey } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    ...VALID,
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
