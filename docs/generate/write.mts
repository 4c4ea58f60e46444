import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { orphans } from "./orphans.mts";
import { pages } from "./pages.mts";
import { fileOf, present, wanted } from "./place.mts";

const all = await pages();
for (const page of all) {
  mkdirSync(dirname(fileOf(page)), { recursive: true });
  writeFileSync(fileOf(page), wanted(page, present(page)));
}
for (const orphan of orphans(all)) rmSync(orphan);
console.log(`${all.length} generated pages written`);
