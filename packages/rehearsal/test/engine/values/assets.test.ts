import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withAssetHashes } from "../../../src/engine/values/assets";
import { SIGNATURE_KEY, Signature, type ValueMap } from "../../../src/engine/values/wire";

const asset = (fields: ValueMap): ValueMap => ({ [SIGNATURE_KEY]: Signature.Asset, ...fields });
const archive = (fields: ValueMap): ValueMap => ({ [SIGNATURE_KEY]: Signature.Archive, ...fields });
const sha256 = (contents: string | Buffer) => createHash("sha256").update(contents).digest("hex");

describe("assets and archives", () => {
  const directory = mkdtempSync(join(tmpdir(), "rehearsal-assets-"));
  mkdirSync(join(directory, "site", "css"), { recursive: true });
  writeFileSync(join(directory, "site", "index.html"), "<h1>hi</h1>");
  writeFileSync(join(directory, "site", "css", "a.css"), "a { }");

  test("get the hash of what is in them", () => {
    const hashed = withAssetHashes(
      { text: asset({ text: "hello" }), file: asset({ path: "site/index.html" }) },
      directory,
    );
    expect(hashed).toEqual({
      text: asset({ text: "hello", hash: sha256("hello") }),
      file: asset({ path: "site/index.html", hash: sha256("<h1>hi</h1>") }),
    });
  });

  test("of a folder are hashed as a tar archive of its files, in the order of their names", () => {
    const tar = execFileSync(
      "tar",
      [
        "--format=ustar",
        "--mtime=@0",
        "--mode=600",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "-b1",
        "-cf",
        "-",
        "css/a.css",
        "index.html",
      ],
      { cwd: join(directory, "site") },
    );
    const hash = sha256(tar);
    expect(withAssetHashes(archive({ path: "site" }), directory)).toEqual(archive({ path: "site", hash }));
    const same = archive({
      assets: { "index.html": asset({ path: "site/index.html" }), "css/a.css": asset({ text: "a { }" }) },
    });
    expect((withAssetHashes(same, directory) as ValueMap).hash).toBe(hash);
  });

  test("that do not exist are an error that names the file", () => {
    expect(() => withAssetHashes(asset({ path: "missing.txt" }), directory)).toThrow(
      /missing\.txt: no such file or directory/,
    );
  });
});
