import type { asset } from "@pulumi/pulumi";
import { UNKNOWN_TEXT } from "../rule/unknown";

/** The key by which Pulumi's protocol marks an object that stands for something else (@pulumi/pulumi runtime/rpc). */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";

/** What it stands for. */
export const Signature = {
  Secret: "1b47061264138c4ac30d75fd1eb44270",
  Asset: "c44067f5952c0a294b673a41bacd8c17",
  Archive: "0def7320c3a5731c473e5ecbe6d01bc7",
} as const;

type Wire = Readonly<Record<string, unknown>>;

/**
 * A value of Pulumi's protocol as policies read it, which is as the SDK unpacks it (@pulumi/policy deserialize.js): a
 * secret is its value, and a file or an archive is Pulumi's own object. A secret of an exported stack, which is encrypted
 * or a text of its own kind, is not known. What holds none of them is given back as it is.
 */
export function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return plainArray(value);
  const wire = value as Wire;
  const signature = wire[SIGNATURE_KEY];
  if (signature === Signature.Secret) return "value" in wire ? plain(wire.value) : UNKNOWN_TEXT;
  if (signature === Signature.Asset) return assetOf(wire);
  if (signature === Signature.Archive) return archiveOf(wire);
  return plainObject(wire);
}

function plainArray(items: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = plain(items[index]);
    if (item === items[index]) continue;
    copy ??= [...items];
    copy[index] = item;
  }
  return copy ?? items;
}

function plainObject(wire: Wire): Wire {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(wire)) {
    const item = plain(wire[key]);
    if (item === wire[key]) continue;
    copy ??= { ...wire };
    copy[key] = item;
  }
  return copy ?? wire;
}

/** Pulumi's classes are loaded where a stack has files at all. */
function classes(): typeof asset {
  return (require("@pulumi/pulumi") as typeof import("@pulumi/pulumi")).asset;
}

function assetOf({ path, text, uri }: Wire): unknown {
  const { FileAsset, StringAsset, RemoteAsset } = classes();
  if (typeof path === "string" && path !== "") return new FileAsset(path);
  return typeof text === "string" && text !== "" ? new StringAsset(text) : new RemoteAsset(String(uri ?? ""));
}

function archiveOf({ assets, path, uri }: Wire): unknown {
  const { AssetArchive, FileArchive, RemoteArchive } = classes();
  if (typeof assets === "object" && assets !== null)
    return new AssetArchive(plainObject(assets as Wire) as Record<string, asset.Asset | asset.Archive>);
  return typeof path === "string" && path !== "" ? new FileArchive(path) : new RemoteArchive(String(uri ?? ""));
}
