import { createPrivateKey, createPublicKey } from "node:crypto";
import type { LocalTypes } from "../local-type";
import { certRequest, locallySignedCert, selfSignedCert } from "./certificates";
import { algorithmOf, privateKey, publicOutputs } from "./private-key";

/** The tls package, with real keys and certificates. */
export const tlsTypes: LocalTypes = {
  resources: {
    "tls:index/privateKey:PrivateKey": privateKey,
    "tls:index/selfSignedCert:SelfSignedCert": selfSignedCert,
    "tls:index/certRequest:CertRequest": certRequest,
    "tls:index/locallySignedCert:LocallySignedCert": locallySignedCert,
  },
  functions: {
    "tls:index/getPublicKey:getPublicKey": (args) => {
      const pem = String(args.privateKeyPem ?? args.privateKeyOpenssh ?? "");
      const key = createPublicKey(createPrivateKey(pem));
      return { ...args, algorithm: algorithmOf(pem), ...publicOutputs(key), id: "public-key" };
    },
  },
};
