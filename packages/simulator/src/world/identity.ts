import { createHash } from "node:crypto";
import { uuidFrom } from "../sdk";

/** Who is signed in to the simulated Azure, and where. */
export interface Identity {
  subscriptionId: string;
  tenantId: string;
  /** Object id of the signed-in principal. */
  objectId: string;
  /** Application id of the signed-in principal. */
  clientId: string;
}

/** Ids that nobody can mistake for real ones. */
export const simulatedIdentity: Identity = {
  subscriptionId: "00000000-0000-4000-8000-000000000001",
  tenantId: "00000000-0000-4000-8000-0000000000aa",
  objectId: "00000000-0000-4000-8000-0000000000bb",
  clientId: "00000000-0000-4000-8000-0000000000cc",
};

/** A UUID that depends on the words alone: the same world gives the same ids every time. */
export function stableUuid(...words: readonly string[]): string {
  return uuidFrom(stableHex(...words));
}

/** 64 hexadecimal digits that depend on the words alone. */
export function stableHex(...words: readonly string[]): string {
  return createHash("sha256").update(words.join("\n")).digest("hex");
}

/** A made-up access key in base64, as long as asked, that depends on the words alone. It opens nothing. */
export function stableKey(bytes: number, ...words: readonly string[]): string {
  const blocks: Buffer[] = [];
  for (let index = 0; index * 32 < bytes; index += 1) {
    blocks.push(
      createHash("sha256")
        .update(`${index}\n${words.join("\n")}`)
        .digest(),
    );
  }
  return Buffer.concat(blocks).subarray(0, bytes).toString("base64");
}
