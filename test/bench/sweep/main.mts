import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CALLS_PER_SECOND } from "@ringfence/operations/azure/vault";
import { machine } from "../machine.mts";
import { type FullVault, fullVault } from "./full-vault.mts";

/** What OE-R8's sweep must stay under, and what Key Vault allows. */
const MOST_MEGABYTES = 200;
const KEY_VAULT_CALLS_PER_SECOND = 400;
const SIZES = [1_250, 2_500, 5_000, 10_000];

interface Run {
  readonly seen: number;
  readonly findings: number;
  readonly seconds: number;
  readonly megabytes: number;
}

console.log(machine());
console.log(
  `a sweep over a vault behind the simulated Azure's REST surface, at most ${CALLS_PER_SECOND} calls a second`,
);
console.log("secrets   seconds   calls   calls/s   peak MB   findings");
const vault = await fullVault();
const folder = mkdtempSync(join(tmpdir(), "bench-sweep-"));
const certificate = join(folder, "door.pem");
writeFileSync(certificate, vault.door.certificate);
const runs: (Run & { readonly perSecond: number })[] = [];
for (const size of SIZES) {
  await vault.fill(size);
  const run = await sweepOnce(vault);
  const calls = vault.callsSince();
  const perSecond = calls / run.seconds;
  runs.push({ ...run, perSecond });
  const cells = [run.seen, run.seconds.toFixed(1), calls, perSecond.toFixed(1), run.megabytes, run.findings];
  console.log(cells.map((cell, index) => String(cell).padStart([7, 9, 7, 9, 9, 10][index] ?? 0)).join(" "));
}
await vault.door.close();
rmSync(folder, { recursive: true });

const problems = runs.flatMap(({ seen, megabytes, perSecond }, index) => [
  ...(seen === SIZES[index] ? [] : [`saw ${seen} of ${SIZES[index]} secrets`]),
  ...(megabytes < MOST_MEGABYTES ? [] : [`${megabytes} MB for ${seen} secrets; under ${MOST_MEGABYTES} is allowed`]),
  ...(perSecond < KEY_VAULT_CALLS_PER_SECOND ? [] : [`${perSecond} calls a second; Key Vault takes 400`]),
]);
const [smallest, largest] = [runs[0], runs.at(-1)];
if (smallest && largest) {
  const growth = largest.seconds / largest.seen / (smallest.seconds / smallest.seen);
  console.log(`time for one secret at the largest, against the smallest: ${growth.toFixed(2)} (1 is linear)`);
  if (growth > 1.5) problems.push(`time grows faster than the vault: ${growth.toFixed(2)}`);
}
for (const problem of problems) console.error(`TOO MUCH: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function sweepOnce({ uri, door }: FullVault): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL("./sweep-once.mts", import.meta.url))], {
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: certificate,
        BENCH_VAULT: uri,
        BENCH_TOKEN: door.token("https://vault.azure.net"),
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (part) => {
      said += part;
    });
    child.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`the sweep ended with ${code}`)),
    );
  });
}
