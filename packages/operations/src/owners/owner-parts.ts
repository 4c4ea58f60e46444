import type { TokenCredential } from "@azure/core-auth";
import type { ClientSettings } from "../azure/client-options";
import type { KeyOwner } from "../ports";
import type { RotatedSecret } from "../rotation";

/** What an owner is made of. */
export interface OwnerParts {
  readonly secret: RotatedSecret;
  /** Who the job is signed in as. */
  readonly credential: TokenCredential;
  /** Azure Resource Manager's address. */
  readonly resourceManager: string;
  /** What a test or another cloud changes of every client. */
  readonly settings: ClientSettings;
}

/** Makes the owner of one secret's key. This is what a file in this folder exports, one for each kind of owner. */
export type MakeOwner = (parts: OwnerParts) => KeyOwner;
