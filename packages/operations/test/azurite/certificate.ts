import { generate } from "selfsigned";

/** A certificate for the loopback address, good for a day. */
export interface LoopbackCertificate {
  readonly certificate: string;
  readonly key: string;
}

export async function loopbackCertificate(): Promise<LoopbackCertificate> {
  const made = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
    notAfterDate: new Date(Date.now() + 24 * 60 * 60 * 1000),
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
