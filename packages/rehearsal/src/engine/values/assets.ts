import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isMap, Signature, signatureOf, type Value, type ValueMap } from "./wire";

/** Bytes of one block of a tar archive. */
const BLOCK = 512;

/**
 * Gives every asset and archive the hash of its contents, as the engine does when a program registers a resource.
 * Relative paths start at the program's directory. Throws where a file does not exist.
 */
export function withAssetHashes(value: Value, directory: string): Value {
  if (Array.isArray(value)) return value.map((element) => withAssetHashes(element, directory));
  if (!isMap(value)) return value;
  const signature = signatureOf(value);
  if (signature === Signature.Asset) return { ...value, hash: value.hash || assetHash(value, directory) };
  if (signature === Signature.Archive) {
    const assets: ValueMap = isMap(value.assets) ? { assets: withAssetHashes(value.assets, directory) } : {};
    return { ...value, ...assets, hash: value.hash || archiveHash(value, directory) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, withAssetHashes(element, directory)]));
}

function assetHash(asset: ValueMap, directory: string): string {
  const hash = createHash("sha256");
  if (typeof asset.uri === "string" && asset.uri !== "") return hash.update(asset.uri).digest("hex");
  return hash.update(contentsOf(asset, directory)).digest("hex");
}

function contentsOf(asset: ValueMap, directory: string): Buffer {
  if (typeof asset.text === "string" && asset.text !== "") return Buffer.from(asset.text, "utf8");
  if (typeof asset.path === "string" && asset.path !== "") return readFileSync(existing(asset.path, directory));
  return Buffer.alloc(0);
}

function existing(path: string, directory: string): string {
  const absolute = resolve(directory, path);
  if (!existsSync(absolute))
    throw new Error(`failed to compute asset hash: open ${absolute}: no such file or directory`);
  return absolute;
}

/** An archive file is hashed as it is; a folder or a set of assets as the tar archive that it would make. */
function archiveHash(archive: ValueMap, directory: string): string {
  const hash = createHash("sha256");
  if (typeof archive.uri === "string" && archive.uri !== "") return hash.update(archive.uri).digest("hex");
  if (typeof archive.path === "string" && archive.path !== "") {
    const path = existing(archive.path, directory);
    if (!statSync(path).isDirectory()) {
      hashFile(hash, path);
      return hash.digest("hex");
    }
  }
  for (const [name, contents] of entriesOf(archive, directory)) addToTar(hash, name, contents);
  return hash.update(Buffer.alloc(2 * BLOCK)).digest("hex");
}

function entriesOf(archive: ValueMap, directory: string): [string, Buffer][] {
  if (typeof archive.path === "string" && archive.path !== "") {
    const root = existing(archive.path, directory);
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length + 1).replaceAll("\\", "/"), path] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, path]) => [name, readFileSync(path)]);
  }
  const assets = isMap(archive.assets) ? archive.assets : {};
  return Object.keys(assets)
    .sort()
    .flatMap((name): [string, Buffer][] => {
      const asset = assets[name];
      if (!isMap(asset)) return [];
      if (signatureOf(asset) === Signature.Archive)
        return entriesOf(asset, directory).map(([inner, contents]) => [`${name}/${inner}`, contents]);
      return [[name, contentsOf(asset, directory)]];
    });
}

function hashFile(hash: Hash, path: string): void {
  const file = openSync(path, "r");
  const buffer = Buffer.alloc(1 << 20);
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
}

/** One file of a ustar archive with mode 0600 and no time, which is how the engine archives assets. */
function addToTar(hash: Hash, name: string, contents: Buffer): void {
  const header = Buffer.alloc(BLOCK);
  header.write(name.slice(-100), 0, 100, "utf8");
  header.write("0000600\0", 100, "ascii");
  header.write("0000000\0", 108, "ascii");
  header.write("0000000\0", 116, "ascii");
  header.write(`${contents.length.toString(8).padStart(11, "0")}\0`, 124, "ascii");
  header.write("00000000000\0", 136, "ascii");
  header.write("        ", 148, "ascii");
  header.write("0", 156, "ascii");
  header.write("ustar\0" + "00", 257, "ascii");
  header.write("0000000\0", 329, "ascii");
  header.write("0000000\0", 337, "ascii");
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  header.write(`${checksum.toString(8).padStart(6, "0")}\0 `, 148, "ascii");
  hash
    .update(header)
    .update(contents)
    .update(Buffer.alloc((BLOCK - (contents.length % BLOCK)) % BLOCK));
}
