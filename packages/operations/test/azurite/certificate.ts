import { generate } from "selfsigned";

/** A certificate for the loopback address, good at any time. */
export interface LoopbackCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** A new certificate. Two that are trusted side by side need names of their own: OpenSSL looks them up by name. */
export async function loopbackCertificate(name = "127.0.0.1"): Promise<LoopbackCertificate> {
  const made = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    notBeforeDate: new Date("2000-01-01T00:00:00Z"),
    notAfterDate: new Date("2100-01-01T00:00:00Z"),
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 7, ip: "127.0.0.1" },
          { type: 2, value: "localhost" },
        ],
      },
    ],
  });
  return { certificate: made.cert, key: made.private };
}
