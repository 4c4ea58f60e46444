import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import puppeteer, { type Browser } from "puppeteer-core";

/** Starts a headless Chromium that came with `npm ci`: nothing is downloaded, nothing of the machine is needed. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  if (lacksLibraries(executablePath)) await bringLibraries();
  return puppeteer.launch({ executablePath, headless: "shell", args: ["--no-sandbox", "--disable-gpu"] });
}

/** Whether the machine is without the libraries that a desktop browser links to, as containers often are. */
function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync("ldd", [executable], { encoding: "utf8" }).includes("not found");
  } catch {
    return false;
  }
}

/** The package carries them for Amazon Linux 2023; they run wherever glibc is as new. */
async function bringLibraries(): Promise<void> {
  const libraries = join(tmpdir(), "al2023", "lib");
  const archive = fileURLToPath(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium")));
  if (!existsSync(libraries)) await inflate(archive);
  setupLambdaEnvironment(libraries);
}
